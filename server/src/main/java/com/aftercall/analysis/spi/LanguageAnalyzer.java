package com.aftercall.analysis.spi;

import com.aftercall.analysis.DominantLanguage;
import java.util.List;

/** Tells in which language a text is written. */
public interface LanguageAnalyzer extends TextAnalyzer {

  /**
   * All languages it knows with their scores, the highest first; empty for a text without letters.
   * Below 20 characters the scores are low, as little can be told from so little.
   *
   * @param text of any length; one turn or all that one participant said
   */
  List<DominantLanguage> analyze(String text);

  /** The same for many texts, in their order; an analyzer that is far away overrides this. */
  default List<List<DominantLanguage>> analyzeAll(List<String> texts) {
    return texts.stream().map(this::analyze).toList();
  }
}
