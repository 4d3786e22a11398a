package com.aftercall.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentiment for many pieces of speech.
 *
 * <p>A piece with weight g (its length in characters, or the part of it that counts) and scores
 * (positive, negative, neutral, mixed) enters with
 *
 * <pre>w = g · (1 − 0.75 · neutral)</pre>
 *
 * because most of any contact is names, numbers and please hold: without that factor nine contacts
 * in ten would be neutral however they went. The scores are the means under w. Then, where one
 * piece was positive and another negative, both polarities are there although no piece is mixed:
 *
 * <pre>
 * P = Σ w · positive over pieces labelled POSITIVE, divided by Σ w
 * N = Σ w · negative over pieces labelled NEGATIVE, divided by Σ w
 * o = min(P, N), or 0 if that is below 0.15
 * positive − o, negative − o, mixed + 2 · o
 * </pre>
 *
 * so the four still add up to 1, and "thank you, bye" does not make a complaint mixed.
 */
final class SentimentMean {

  private static final double NEUTRAL_DISCOUNT = 0.75;
  private static final double SMALLEST_OVERLAP = 0.15;

  private final List<SentimentScores> scores = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();

  /** Adds a piece; one without weight changes nothing. */
  void add(SentimentScores piece, double weight) {
    if (weight > 0) {
      scores.add(piece);
      weights.add(weight * (1 - NEUTRAL_DISCOUNT * piece.neutral()));
    }
  }

  /** The sentiment of all pieces; null if there was none. */
  @Nullable ScoredSentiment result() {
    if (scores.isEmpty()) {
      return null;
    }
    if (scores.size() == 1) {
      return ScoredSentiment.of(scores.getFirst());
    }
    double overlap = Math.min(polar(Sentiment.POSITIVE), polar(Sentiment.NEGATIVE));
    double moved = overlap < SMALLEST_OVERLAP ? 0 : overlap;
    return ScoredSentiment.of(
        new SentimentScores(
            bounded(mean(Sentiment.POSITIVE) - moved),
            bounded(mean(Sentiment.NEGATIVE) - moved),
            bounded(mean(Sentiment.NEUTRAL)),
            bounded(mean(Sentiment.MIXED) + 2 * moved)));
  }

  private double mean(Sentiment sentiment) {
    double sum = 0;
    for (int i = 0; i < scores.size(); i++) {
      sum += weights.get(i) * scores.get(i).of(sentiment);
    }
    return sum / totalWeight();
  }

  private double polar(Sentiment sentiment) {
    double sum = 0;
    for (int i = 0; i < scores.size(); i++) {
      if (scores.get(i).label() == sentiment) {
        sum += weights.get(i) * scores.get(i).of(sentiment);
      }
    }
    return sum / totalWeight();
  }

  private double totalWeight() {
    return weights.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Rounding may leave −1e-17 or 1 + 1e-16. */
  private static double bounded(double score) {
    return Math.clamp(score, 0.0, 1.0);
  }
}
