package com.aftercall.analysis;

import com.aftercall.transcript.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When somebody speaks: stretches of time by begin that neither overlap nor touch.
 *
 * @param stretches none has length zero
 */
record Speech(List<Stretch> stretches) {

  /**
   * Half-open.
   *
   * @param begin inclusive
   * @param end exclusive, after {@code begin}
   */
  record Stretch(Duration begin, Duration end) {

    Duration length() {
      return end.minus(begin);
    }
  }

  Speech {
    stretches = List.copyOf(stretches);
  }

  /** The time of the turns, as one stretch where they overlap or touch. */
  static Speech of(Stream<Turn> turns) {
    return of(turns, Duration.ZERO);
  }

  /**
   * The time of the turns.
   *
   * @param pause what is no longer than this counts as speech if there is speech on both sides
   */
  static Speech of(Stream<Turn> turns, Duration pause) {
    var stretches = new ArrayList<Stretch>();
    turns
        .filter(turn -> turn.end().compareTo(turn.begin()) > 0)
        .map(turn -> new Stretch(turn.begin(), turn.end()))
        .sorted(Comparator.comparing(Stretch::begin))
        .forEach(stretch -> add(stretches, stretch, pause));
    return new Speech(stretches);
  }

  private static void add(List<Stretch> stretches, Stretch next, Duration pause) {
    if (stretches.isEmpty() || next.begin().compareTo(stretches.getLast().end().plus(pause)) > 0) {
      stretches.add(next);
      return;
    }
    var last = stretches.removeLast();
    stretches.add(
        new Stretch(last.begin(), last.end().compareTo(next.end()) >= 0 ? last.end() : next.end()));
  }

  Duration length() {
    return stretches.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
  }

  Duration end() {
    return stretches.isEmpty() ? Duration.ZERO : stretches.getLast().end();
  }

  /** The time in which there is no speech, from zero to {@code end}, which is not before ours. */
  List<Stretch> gaps(Duration end) {
    var gaps = new ArrayList<Stretch>();
    var from = Duration.ZERO;
    for (var stretch : stretches) {
      if (stretch.begin().compareTo(from) > 0) {
        gaps.add(new Stretch(from, stretch.begin()));
      }
      from = stretch.end();
    }
    if (end.compareTo(from) > 0) {
      gaps.add(new Stretch(from, end));
    }
    return gaps;
  }

  /** The stretch that has begun before this moment and goes on after it. */
  Optional<Stretch> around(Duration moment) {
    var low = 0;
    var high = stretches.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (stretches.get(middle).begin().compareTo(moment) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 || stretches.get(low - 1).end().compareTo(moment) <= 0
        ? Optional.empty()
        : Optional.of(stretches.get(low - 1));
  }
}
