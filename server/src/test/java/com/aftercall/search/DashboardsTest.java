package com.aftercall.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DashboardsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static List<Dashboard.Part> series(Interval interval, String... begins) {
    var tallies = new TreeMap<Instant, Tally>();
    for (var begin : begins) {
      tallies.put(Instant.parse(begin), new Tally(1, 0, 0, 0, 0, 0, null, null, null));
    }
    return Dashboards.series(tallies, interval, BERLIN);
  }

  @Test
  void dayOfTheClockChangeHasTwentyThreeHours() {
    // 2026-03-29: clocks in Berlin go from 02:00 to 03:00.
    var days = series(Interval.DAY, "2026-03-27T23:00:00Z", "2026-03-29T22:00:00Z");

    assertThat(days)
        .extracting(Dashboard.Part::begin)
        .extracting(Instant::toString)
        .containsExactly("2026-03-27T23:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z");
    assertThat(days.get(1).end()).isEqualTo("2026-03-29T22:00:00Z");
    assertThat(days).extracting(day -> day.tally().contacts()).containsExactly(1L, 0L, 1L);
  }

  @Test
  void weeksBeginOnMondayAndMonthsOnTheFirst() {
    assertThat(Interval.WEEK.begin(Instant.parse("2026-03-15T12:00:00Z"), BERLIN))
        .isEqualTo("2026-03-08T23:00:00Z");
    assertThat(Interval.MONTH.begin(Instant.parse("2026-03-15T12:00:00Z"), BERLIN))
        .isEqualTo("2026-02-28T23:00:00Z");
  }

  @Test
  void ofMoreThanFourHundredIntervalsTheNewestAreGiven() {
    var hours = series(Interval.HOUR, "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");

    assertThat(hours).hasSize(400);
    assertThat(hours.getLast().begin()).isEqualTo("2026-02-01T00:00:00Z");
  }
}
