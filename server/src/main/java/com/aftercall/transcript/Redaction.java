package com.aftercall.transcript;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.RedactionSettings.Finder;
import com.aftercall.transcript.RedactionSettings.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Masks private words before a transcript is stored, so that nothing that is made of it has them:
 * pages, lists, search, analyses, exports, publication. What is masked is kept nowhere by us.
 */
@Component
class Redaction {

  private final RedactionSettings settings;
  private final ObjectProvider<PrivateTextFinder> finders;

  /** Throws {@link IllegalArgumentException} if masking is on and nobody is there to do it. */
  Redaction(RedactionSettings settings, ObjectProvider<PrivateTextFinder> finders) {
    this.settings = settings;
    this.finders = finders;
    if (settings.by() != Finder.NONE && finders.getIfAvailable() == null) {
      throw new IllegalArgumentException(
          "aftercall.redaction.by names nobody who finds private words; write amazon-comprehend or none");
    }
  }

  /**
   * A transcript and what was masked in it.
   *
   * @param note a sentence for the timeline; empty if masking is off
   */
  record Masked(StoredTranscript transcript, String note) {}

  /** Leaves a transcript as it is if masking is off. */
  Masked mask(StoredTranscript transcript) {
    var finder = finder(transcript.language());
    if (finder.isEmpty()) {
      return new Masked(transcript, note(transcript.language()));
    }
    var heard = transcript.heard();
    var found =
        found(
            finder.get(),
            heard.stream().map(turn -> turn.turn().text()).toList(),
            transcript.language().orElseThrow());
    var words = new MaskedWords(transcript.channels());
    for (var index = 0; index < heard.size(); index++) {
      words.note(heard.get(index), found.get(index));
    }
    var channels = transcript.channels().stream().map(words::masked).toList();
    return new Masked(transcript.with(channels), note(finder.get(), words.places()));
  }

  /**
   * Texts with their masks, in their order; empty if masking is off or left out for the language.
   *
   * @throws PermanentException with {@code LANGUAGE_NOT_SUPPORTED} if nobody can read them and that
   *     is not allowed
   */
  Optional<List<MaskedText>> mask(List<String> texts, Optional<LanguageCode> language) {
    return finder(language)
        .map(
            finder -> {
              var found = found(finder, texts, language.orElseThrow());
              var masked = new ArrayList<MaskedText>();
              for (var index = 0; index < texts.size(); index++) {
                masked.add(MaskedText.of(texts.get(index), found.get(index)));
              }
              return masked;
            });
  }

  /** Says before the work begins what {@link #mask} would say behind it. */
  void requireReadable(LanguageCode language) {
    finder(Optional.of(language));
  }

  private List<List<PrivateText>> found(
      PrivateTextFinder finder, List<String> texts, LanguageCode language) {
    return finder.find(texts, language).stream()
        .map(places -> places.stream().filter(settings::masks).toList())
        .toList();
  }

  /** Who masks; empty if nobody shall. */
  private Optional<PrivateTextFinder> finder(Optional<LanguageCode> language) {
    if (settings.by() == Finder.NONE) {
      return Optional.empty();
    }
    var finder = finders.getObject();
    if (language.map(finder::reads).orElse(false)) {
      return Optional.of(finder);
    }
    if (settings.otherLanguages() == Unread.KEEP) {
      return Optional.empty();
    }
    throw new PermanentException(
        FailureCode.LANGUAGE_NOT_SUPPORTED,
        "private words shall be masked, and %s does not read %s; nothing was stored. aftercall.redaction.other-languages set to keep takes such transcripts as they are"
            .formatted(finder.title(), named(language)));
  }

  String note(Optional<LanguageCode> language) {
    return settings.by() == Finder.NONE
        ? ""
        : " Nothing is masked: %s does not read %s."
            .formatted(finders.getObject().title(), named(language));
  }

  String note(int places) {
    return note(finders.getObject(), places);
  }

  private static String note(PrivateTextFinder finder, int places) {
    return " Masked by %s: %d %s."
        .formatted(finder.title(), places, places == 1 ? "place" : "places");
  }

  private static String named(Optional<LanguageCode> language) {
    return language.map(LanguageCode::value).orElse("a language that nobody named");
  }
}
