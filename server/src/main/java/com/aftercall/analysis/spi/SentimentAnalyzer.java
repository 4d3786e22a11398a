package com.aftercall.analysis.spi;

import com.aftercall.analysis.SentimentScores;

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
}
