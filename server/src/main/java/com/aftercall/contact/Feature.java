package com.aftercall.contact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done for a contact, in the order in which it is done. Each is a step of its way. */
public enum Feature {
  /** The audio is found and described. */
  RECORDING("recording", null),
  /** Its peaks are drawn. */
  WAVEFORM("waveform", null),
  /** What was said is written down. */
  TRANSCRIPT("transcript", null),
  /** How it was meant. */
  SENTIMENT("sentiment", AnalysisCode.SNT),
  /** What it was about. */
  KEY_PHRASES("keyPhrases", AnalysisCode.KW),
  /** In which language. */
  DOMINANT_LANGUAGE("dominantLanguage", AnalysisCode.DL),
  /** Which of the customer's own terms were used. */
  CUSTOM_ENTITIES("customEntities", AnalysisCode.NE),
  /** Which parts of speech. */
  SYNTAX("syntax", AnalysisCode.SYN),
  /** The contact record is written into Salesforce. */
  CONTACT_RECORD_PUBLICATION("contactRecordPublication", null),
  /** What was found is written into Salesforce. */
  PUBLICATION("publication", null);

  private final String label;
  private final @Nullable AnalysisCode code;

  Feature(String label, @Nullable AnalysisCode code) {
    this.label = label;
    this.code = code;
  }

  /** The name used in the API and in the database. */
  public String label() {
    return label;
  }

  /** The analysis it stands for, if it is one. */
  public Optional<AnalysisCode> code() {
    return Optional.ofNullable(code);
  }

  /** Whether it tells others what the features before it found. */
  public boolean isPublication() {
    return this == CONTACT_RECORD_PUBLICATION || this == PUBLICATION;
  }

  /** The feature with this label; throws {@link IllegalArgumentException} for others. */
  public static Feature ofLabel(String label) {
    for (var feature : values()) {
      if (feature.label.equals(label)) {
        return feature;
      }
    }
    throw new IllegalArgumentException("'%s' is no step".formatted(label));
  }
}
