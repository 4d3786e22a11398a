package com.aftercall.analysis.spi;

/** What holds for the offsets and scores of all findings. */
final class Spans {

  private Spans() {}

  static void check(int beginOffset, int endOffset, double score) {
    if (beginOffset < 0 || endOffset <= beginOffset) {
      throw new IllegalArgumentException("span from %d to %d".formatted(beginOffset, endOffset));
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score %s is not in [0, 1]".formatted(score));
    }
  }
}
