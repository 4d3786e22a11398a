package com.aftercall.analysis;

/**
 * How likely each sentiment is. The four add up to 1, up to rounding.
 *
 * @param positive [0, 1]
 * @param negative [0, 1]
 * @param neutral [0, 1]
 * @param mixed [0, 1]
 */
public record SentimentScores(double positive, double negative, double neutral, double mixed) {

  /** Rounding of engines: the example in Amazon Comprehend's guide adds up to 1.004. */
  private static final double TOLERANCE = 0.01;

  /** Throws {@link IllegalArgumentException} if a bound is broken. */
  public SentimentScores {
    check("positive", positive);
    check("negative", negative);
    check("neutral", neutral);
    check("mixed", mixed);
    double sum = positive + negative + neutral + mixed;
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw new IllegalArgumentException("sentiment scores add up to %s, not 1".formatted(sum));
    }
  }

  /**
   * The sentiment with the highest score; of equals the first in the order of {@link Sentiment}.
   */
  public Sentiment label() {
    var best = Sentiment.POSITIVE;
    for (var sentiment : Sentiment.values()) {
      if (of(sentiment) > of(best)) {
        best = sentiment;
      }
    }
    return best;
  }

  /** The score of one sentiment. */
  public double of(Sentiment sentiment) {
    return switch (sentiment) {
      case POSITIVE -> positive;
      case NEGATIVE -> negative;
      case NEUTRAL -> neutral;
      case MIXED -> mixed;
    };
  }

  private static void check(String name, double score) {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score %s %s is not in [0, 1]".formatted(name, score));
    }
  }
}
