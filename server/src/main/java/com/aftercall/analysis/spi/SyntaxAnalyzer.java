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

  /** The same for many texts, in their order; an analyzer that is far away overrides this. */
  default List<List<TokenSpan>> analyzeAll(List<String> texts, String languageTag) {
    return texts.stream().map(text -> analyze(text, languageTag)).toList();
  }
}
