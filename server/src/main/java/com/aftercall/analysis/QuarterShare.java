package com.aftercall.analysis;

import com.aftercall.transcript.Turn;
import java.time.Duration;

/** Which part of a turn lies in a quarter of the contact. */
final class QuarterShare {

  private QuarterShare() {}

  /**
   * From 0 to 1; the four quarters of a turn add up to 1. A turn without duration lies where it
   * begins. Quarters are half-open; only the last one has its end in it.
   */
  static double of(Turn turn, int quarter, Duration contact) {
    // in nanoseconds times four, so that the borders need no division
    double begin = turn.begin().toNanos() * 4.0;
    double end = turn.end().toNanos() * 4.0;
    double from = (double) contact.toNanos() * quarter;
    double to = (double) contact.toNanos() * (quarter + 1);
    if (begin == end) {
      boolean within = begin >= from && begin < to;
      boolean atTheEnd = quarter == 3 && begin >= to;
      return within || atTheEnd ? 1 : 0;
    }
    return Math.max(0, Math.min(end, to) - Math.max(begin, from)) / (end - begin);
  }
}
