package com.aftercall.analysis.local;

/** Arithmetic on scores of labels. */
final class Probabilities {

  private Probabilities() {}

  /** e^(score/temperature), divided by their sum; safe from overflow. */
  static double[] softmax(double[] scores, double temperature) {
    double highest = scores[highest(scores)];
    var result = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      result[i] = Math.exp((scores[i] - highest) / temperature);
      sum += result[i];
    }
    for (int i = 0; i < scores.length; i++) {
      result[i] /= sum;
    }
    return result;
  }

  /** Index of the highest value; the first of equals. */
  static int highest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}
