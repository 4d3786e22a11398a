package com.aftercall.analysis;

import com.aftercall.analysis.Speech.Stretch;
import com.aftercall.contact.Holds;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Nobody speaks for {@link #SHORTEST} or longer.
 *
 * @param begin inclusive, from the first sample of the recording
 * @param end exclusive
 * @param hold whether its length fits a hold that the contact record counts; a record does not say
 *     when a hold was
 */
public record Silence(Duration begin, Duration end, boolean hold) {

  /** Three seconds. Shorter ones are pauses of which nobody takes note. */
  public static final Duration SHORTEST = Duration.ofSeconds(3);

  /** The record rounds to seconds, and engines may place a word a little early or late. */
  private static final Duration SHORTER = Duration.ofSeconds(2);

  /** Around a hold, people do not speak to the last moment. */
  private static final Duration LONGER = Duration.ofSeconds(15);

  /** Those among the gaps, by begin. */
  static List<Silence> find(List<Stretch> gaps, Holds holds) {
    var quiet = gaps.stream().filter(gap -> gap.length().compareTo(SHORTEST) >= 0).toList();
    var held = holds(quiet, holds);
    return quiet.stream()
        .map(gap -> new Silence(gap.begin(), gap.end(), held.contains(gap)))
        .toList();
  }

  /**
   * The gap that fits the longest hold best; then, by length, the neighbors that fit the others'
   * total best. What does not fit is no hold.
   */
  private static Set<Stretch> holds(List<Stretch> gaps, Holds holds) {
    var found = new HashSet<Stretch>();
    if (holds.number() == 0 || holds.longest().isZero()) {
      return found;
    }
    var longest =
        gaps.stream()
            .filter(gap -> fits(gap.length(), holds.longest(), 1))
            .min(Comparator.comparing(gap -> gap.length().minus(holds.longest()).abs()));
    longest.ifPresent(found::add);
    if (longest.isPresent() && holds.number() > 1) {
      found.addAll(others(gaps, longest.get(), holds));
    }
    return found;
  }

  private static List<Stretch> others(List<Stretch> gaps, Stretch longest, Holds holds) {
    var number = holds.number() - 1;
    var total = holds.total().minus(holds.longest());
    var byLength =
        gaps.stream()
            .filter(gap -> !gap.equals(longest))
            .filter(gap -> gap.length().compareTo(holds.longest().plus(LONGER)) <= 0)
            .sorted(Comparator.comparing(Stretch::length))
            .toList();
    List<Stretch> best = List.of();
    for (var first = 0; first + number <= byLength.size(); first++) {
      var some = byLength.subList(first, first + number);
      if (fits(sum(some), total, number)
          && (best.isEmpty() || off(some, total).compareTo(off(best, total)) < 0)) {
        best = some;
      }
    }
    return best;
  }

  private static boolean fits(Duration silence, Duration hold, int number) {
    return silence.plus(SHORTER.multipliedBy(number)).compareTo(hold) >= 0
        && silence.compareTo(hold.plus(LONGER.multipliedBy(number))) <= 0;
  }

  private static Duration off(List<Stretch> gaps, Duration total) {
    return sum(gaps).minus(total).abs();
  }

  private static Duration sum(List<Stretch> gaps) {
    return gaps.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
  }
}
