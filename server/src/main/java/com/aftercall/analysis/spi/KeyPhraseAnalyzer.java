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

  /** The same for many texts, in their order; an analyzer that is far away overrides this. */
  default List<List<PhraseSpan>> analyzeAll(List<String> texts, String languageTag) {
    return texts.stream().map(text -> analyze(text, languageTag)).toList();
  }
}
