package com.aftercall.transcript;

import com.aftercall.contact.ContactAttributes;
import com.aftercall.contact.PlanSettings;
import com.aftercall.contact.SeenAttributes;
import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import com.aftercall.failure.AftercallException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Whether the languages that contact flows set exist, and an engine has them. */
@Component
class LanguageCheck implements Check {

  private static final int SHOWN = 5;

  /** Anything else may be personal, and is counted only. */
  private static final Pattern LIKE_A_CODE =
      Pattern.compile("[A-Za-z]{1,12}([-_ ][A-Za-z]{1,12})?");

  /** They hear nothing of this themselves; what they take is checked where they are. */
  private static final Set<String> LOCAL_ENGINES = Set.of("auto", "whisper", "sphinx");

  private final Supplier<Map<String, Long>> seen;
  private final PlanSettings plan;
  private final TranscriptionSettings settings;
  private final Engines engines;

  @Autowired
  LanguageCheck(
      SeenAttributes attributes,
      PlanSettings plan,
      TranscriptionSettings settings,
      Engines engines) {
    this(() -> attributes.valuesOfTranscribed(ContactAttributes.LANGUAGE), plan, settings, engines);
  }

  /**
   * Judges what a supplier gives.
   *
   * @param seen how many contacts have which value of the attribute, empty text for none
   */
  LanguageCheck(
      Supplier<Map<String, Long>> seen,
      PlanSettings plan,
      TranscriptionSettings settings,
      Engines engines) {
    this.seen = seen;
    this.plan = plan;
    this.settings = settings;
    this.engines = engines;
  }

  @Override
  public String id() {
    return "languages";
  }

  @Override
  public String title() {
    return "Languages that contacts ask for";
  }

  @Override
  public Finding run() {
    var lookedAt =
        "%s of contacts that ask for a transcript, and aftercall.plan.default-language."
            .formatted(ContactAttributes.LANGUAGE);
    var known = new TreeSet<String>();
    var wrong = new ArrayList<String>();
    var missing = new ArrayList<String>();
    seen.get().forEach((written, contacts) -> sort(written, contacts, known, wrong, missing));
    if (plan.defaultLanguage() != null) {
      sort(plan.defaultLanguage(), 0, known, wrong, missing);
    }
    if (!wrong.isEmpty()) {
      return Finding.failed(
          lookedAt,
          shortened(wrong),
          "Correct %s in the contact flow; the list of codes is on the console's page Contact flow."
              .formatted(ContactAttributes.LANGUAGE));
    }
    if (!missing.isEmpty()) {
      return Finding.warning(
          lookedAt,
          shortened(missing),
          "For Whisper take a model of many languages: ./aftercall models pull base. Or put finished"
              + " transcripts beside the recordings.");
    }
    return known.isEmpty()
        ? Finding.notUsed(lookedAt, "No contact asks for a transcript, and no default is set.")
        : Finding.ok(lookedAt, "In use: %s.".formatted(String.join(", ", known)));
  }

  private void sort(
      String written, long contacts, Set<String> known, List<String> wrong, List<String> missing) {
    if (written.isEmpty()) {
      if (plan.defaultLanguage() == null) {
        wrong.add("%,d contacts have no language, and there is no default.".formatted(contacts));
      }
      return;
    }
    TranscribeLanguages.parse(written)
        .ifPresentOrElse(
            code -> {
              known.add(code.value());
              lacking(code).ifPresent(missing::add);
            },
            () -> wrong.add(unknown(written, contacts)));
  }

  private static String unknown(String written, long contacts) {
    return LIKE_A_CODE.matcher(written).matches()
        ? "%s (%,d contacts).".formatted(TranscribeLanguages.explainUnknown(written), contacts)
        : "A value that has no form of a code (%,d contacts).".formatted(contacts);
  }

  private Optional<String> lacking(LanguageCode code) {
    if (!LOCAL_ENGINES.contains(settings.engine())) {
      return Optional.empty();
    }
    try {
      engines.choose(code);
      return Optional.empty();
    } catch (AftercallException e) {
      return Optional.of("No engine that is here has %s.".formatted(code));
    }
  }

  private static String shortened(List<String> sentences) {
    var rest = sentences.size() - SHOWN;
    return String.join(" ", sentences.subList(0, Math.min(SHOWN, sentences.size())))
        + (rest > 0 ? " And %d more.".formatted(rest) : "");
  }
}
