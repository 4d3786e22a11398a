package com.aftercall.analysis.spi;

import java.util.List;

/** Finds noun phrases. */
public interface KeyPhraseAnalyzer extends TextAnalyzer {

  /**
   * The noun phrases of a text in the order in which they begin; they do not overlap.
   *
   * @param text one turn, of any length
   * @param languageTag see {@link TextAnalyzer}; unsupported ones throw as {@link #requireSupport}
   */
  List<PhraseSpan> analyze(String text, String languageTag);
}
