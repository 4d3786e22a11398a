package com.aftercall.analysis;

/**
 * A sentiment with the scores that made it so.
 *
 * @param label the sentiment with the highest score
 * @param scores of all four
 */
public record ScoredSentiment(Sentiment label, SentimentScores scores) {

  static ScoredSentiment of(SentimentScores scores) {
    return new ScoredSentiment(scores.label(), scores);
  }
}
