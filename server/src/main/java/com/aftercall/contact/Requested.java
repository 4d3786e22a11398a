package com.aftercall.contact;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the attributes of a contact ask for, before anybody decides whether it can be done.
 *
 * @param recordingImport whether a recording shall be imported
 * @param redactedImport whether that shall be the recording that Contact Lens redacted; never true
 *     where the recording itself is asked for
 * @param transcription whether it shall be transcribed
 * @param language what is spoken, as written in the attribute, or null
 * @param analysis the analyses wanted
 * @param contactRecordImport whether the record itself shall be published
 * @param contactLensImport whether the analysis of Contact Lens shall be taken as the transcript
 * @param notes what in the attributes was not understood, a sentence each
 */
public record Requested(
    boolean recordingImport,
    boolean redactedImport,
    boolean transcription,
    @Nullable String language,
    Set<AnalysisCode> analysis,
    boolean contactRecordImport,
    boolean contactLensImport,
    List<String> notes) {

  /** Takes copies. */
  public Requested {
    analysis = Set.copyOf(analysis);
    notes = List.copyOf(notes);
  }

  /** Reads the attributes. */
  public static Requested by(ContactAttributes attributes) {
    var notes = new ArrayList<String>();
    noteOddSwitch(attributes, ContactAttributes.RECORDING_IMPORT, notes);
    noteOddSwitch(attributes, ContactAttributes.REDACTED_IMPORT, notes);
    noteOddSwitch(attributes, ContactAttributes.TRANSCRIBE, notes);
    noteOddSwitch(attributes, ContactAttributes.RECORD_IMPORT, notes);
    noteOddSwitch(attributes, ContactAttributes.CONTACT_LENS_IMPORT, notes);
    var whole = attributes.isOn(ContactAttributes.RECORDING_IMPORT);
    var redacted = !whole && attributes.isOn(ContactAttributes.REDACTED_IMPORT);
    return new Requested(
        whole || redacted,
        redacted,
        attributes.isOn(ContactAttributes.TRANSCRIBE),
        attributes.find(ContactAttributes.LANGUAGE).orElse(null),
        codes(attributes, notes),
        attributes.isOn(ContactAttributes.RECORD_IMPORT),
        attributes.isOn(ContactAttributes.CONTACT_LENS_IMPORT),
        notes);
  }

  /** Codes are trimmed, their case does not matter, and one that is unknown is said to be. */
  private static Set<AnalysisCode> codes(ContactAttributes attributes, List<String> notes) {
    var codes = EnumSet.noneOf(AnalysisCode.class);
    var text = attributes.find(ContactAttributes.ANALYSIS).orElse("");
    for (var part : text.split(",", -1)) {
      var label = part.strip().toLowerCase(Locale.ROOT);
      if (!label.isEmpty()) {
        AnalysisCode.ofLabel(label)
            .ifPresentOrElse(
                codes::add,
                () ->
                    notes.add(
                        "'%s' in %s is no analysis; the codes are snt, kw, dl, ne, syn"
                            .formatted(shorten(label), ContactAttributes.ANALYSIS)));
      }
    }
    return codes;
  }

  private static void noteOddSwitch(ContactAttributes attributes, String key, List<String> notes) {
    attributes
        .find(key)
        .filter(value -> !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false"))
        .ifPresent(
            value -> notes.add("%s is neither true nor false and counts as false".formatted(key)));
  }

  private static String shorten(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }

  /** Whether a transcript is wanted, whoever makes it. */
  boolean anyTranscript() {
    return transcription || contactLensImport;
  }
}
