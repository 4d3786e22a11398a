package com.aftercall.search;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How long the parts of a series are. They begin where a clock on the wall says so. */
public enum Interval {
  /** From minute 0. */
  HOUR(ChronoUnit.HOURS),
  /** From midnight. */
  DAY(ChronoUnit.DAYS),
  /** From Monday. */
  WEEK(ChronoUnit.WEEKS),
  /** From the first. */
  MONTH(ChronoUnit.MONTHS);

  private final ChronoUnit unit;

  Interval(ChronoUnit unit) {
    this.unit = unit;
  }

  /** The interval with this name; throws {@link InvalidQuery} for others. */
  public static Interval ofLabel(String label) {
    return Arrays.stream(values())
        .filter(interval -> interval.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidQuery(
                    "interval is '%s'; it can be %s"
                        .formatted(
                            label,
                            Arrays.stream(values())
                                .map(Interval::label)
                                .collect(Collectors.joining(", ")))));
  }

  /** As PostgreSQL's {@code date_trunc} calls it, and the API. */
  String label() {
    return Filters.lower(name());
  }

  /** The begin of the interval that has this time in it. */
  Instant begin(Instant time, ZoneId zone) {
    var local = time.atZone(zone);
    var day = local.toLocalDate();
    return switch (this) {
      case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toInstant();
      case DAY -> day.atStartOfDay(zone).toInstant();
      case WEEK ->
          day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
              .atStartOfDay(zone)
              .toInstant();
      case MONTH -> day.withDayOfMonth(1).atStartOfDay(zone).toInstant();
    };
  }

  /** The end of the interval that begins here, which is the begin of the next. */
  Instant end(Instant begin, ZoneId zone) {
    if (this == HOUR) {
      return begin.plus(1, unit);
    }
    return ZonedDateTime.ofInstant(begin, zone)
        .toLocalDate()
        .plus(1, unit)
        .atStartOfDay(zone)
        .toInstant();
  }

  /** The begin of the interval before the one that begins here. */
  Instant before(Instant begin, ZoneId zone) {
    return begin(begin.minusMillis(1), zone);
  }
}
