package com.aftercall.analysis.local;

/** Counts how often answers were right, and how far from that their scores are. */
final class Calibration {

  private static final int BINS = 10;

  private final double[] scores = new double[BINS];
  private final int[] right = new int[BINS];
  private final int[] all = new int[BINS];

  void add(double score, boolean isRight) {
    int bin = Math.min(BINS - 1, (int) (score * BINS));
    scores[bin] += score;
    all[bin]++;
    right[bin] += isRight ? 1 : 0;
  }

  double accuracyPercent() {
    return 100.0 * sum(right) / Math.max(1, sum(all));
  }

  /** Expected calibration error: mean distance of score and accuracy over ten bins, [0, 1]. */
  double error() {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(scores[bin] - right[bin]);
    }
    return error / Math.max(1, sum(all));
  }

  private static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }
}
