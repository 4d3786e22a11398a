package com.aftercall.analysis.spi;

import java.util.List;

/** Finds the terms that the customer taught: products, plans, places, order numbers. */
public interface CustomEntityAnalyzer extends TextAnalyzer {

  /**
   * The entities of a text in the order in which they begin; they do not overlap.
   *
   * @param text one turn, of any length
   * @param languageTag see {@link TextAnalyzer}; chooses the lists
   */
  List<EntitySpan> analyze(String text, String languageTag);

  /** The same for many texts, in their order; an analyzer that is far away overrides this. */
  default List<List<EntitySpan>> analyzeAll(List<String> texts, String languageTag) {
    return texts.stream().map(text -> analyze(text, languageTag)).toList();
  }

  /**
   * What is wrong with the lists at present, one sentence for each fault that names file and line
   * and says what to do; empty if all is well. Entries without fault are used all the same.
   */
  List<String> problems();
}
