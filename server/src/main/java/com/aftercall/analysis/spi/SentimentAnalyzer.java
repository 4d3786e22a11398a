package com.aftercall.analysis.spi;

import com.aftercall.analysis.SentimentScores;
import java.util.List;

/** Tells how a text is felt. */
public interface SentimentAnalyzer extends TextAnalyzer {

  /**
   * The scores of the whole text.
   *
   * @param text a few sentences of one participant, at most 5,000 bytes in UTF-8 (the limit of
   *     Amazon Comprehend's DetectSentiment); longer ones are cut up by the caller
   * @param languageTag see {@link TextAnalyzer}; unsupported ones throw as {@link #requireSupport}
   */
  SentimentScores analyze(String text, String languageTag);

  /** The same for many texts, in their order; an analyzer that is far away overrides this. */
  default List<SentimentScores> analyzeAll(List<String> texts, String languageTag) {
    return texts.stream().map(text -> analyze(text, languageTag)).toList();
  }
}
