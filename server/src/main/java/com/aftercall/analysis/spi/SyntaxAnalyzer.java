package com.aftercall.analysis.spi;

import java.util.List;

/** Cuts a text into words and tells the part of speech of each. */
public interface SyntaxAnalyzer extends TextAnalyzer {

  /**
   * All words and marks of a text in order; they do not overlap, and white space is in none.
   *
   * @param text one turn, of any length
   * @param languageTag see {@link TextAnalyzer}; unsupported ones throw as {@link #requireSupport}
   */
  List<TokenSpan> analyze(String text, String languageTag);
}
