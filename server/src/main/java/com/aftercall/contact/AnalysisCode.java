package com.aftercall.contact;

import java.util.Locale;
import java.util.Optional;

/** The analyses that a contact may ask for, by the codes of the original. */
public enum AnalysisCode {
  /** Sentiment. */
  SNT,
  /** Key phrases. */
  KW,
  /** Dominant language. */
  DL,
  /** Custom entities. */
  NE,
  /** Syntax. */
  SYN;

  /** As written in the attribute, lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<AnalysisCode> ofLabel(String label) {
    for (var code : values()) {
      if (code.label().equals(label)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }
}
