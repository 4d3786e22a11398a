package com.aftercall.contact;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Key–value pairs that the contact flow set. Keys are case-sensitive; some of them switch our work
 * on. Personal data, so never logged.
 *
 * @param values as they came; at most 32 KB in all on Amazon Connect
 */
public record ContactAttributes(Map<String, String> values) {

  /** Switches the import of the recording on. */
  public static final String RECORDING_IMPORT = "postcallRecordingImportEnabled";

  /** Switches the import of the redacted recording on, where the other one is not asked for. */
  public static final String REDACTED_IMPORT = "postcallRedactedRecordingImportEnabled";

  /** Switches transcription on. */
  public static final String TRANSCRIBE = "postcallTranscribeEnabled";

  /** The language that is spoken, as a code of Amazon Transcribe. */
  public static final String LANGUAGE = "postcallTranscribeLanguage";

  /** Codes of the analyses wanted, comma-separated. */
  public static final String ANALYSIS = "postcallTranscribeComprehendAnalysis";

  /** Switches the publication of the contact record itself on. */
  public static final String RECORD_IMPORT = "postcallCTRImportEnabled";

  /** Switches the import of what Contact Lens found out on. */
  public static final String CONTACT_LENS_IMPORT = "contactLensImportEnabled";

  /** Takes a copy. */
  public ContactAttributes {
    values = Map.copyOf(values);
  }

  /** The value without surrounding white space, or empty if absent or blank. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(values.get(key)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * Whether a switch is on. The original knew only {@code true}; {@code True} and {@code " true "}
   * did nothing there, without a word. Here case and white space do not matter.
   */
  public boolean isOn(String key) {
    return find(key).map(v -> v.toLowerCase(Locale.ROOT).equals("true")).orElse(false);
  }

  /** Says how many there are, and no more. */
  @Override
  public String toString() {
    return "ContactAttributes[%d]".formatted(values.size());
  }
}
