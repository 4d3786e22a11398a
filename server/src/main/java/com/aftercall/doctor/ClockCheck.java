package com.aftercall.doctor;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether this machine and the database agree on the time. */
@Component
class ClockCheck implements Check {

  private static final Duration WORTH_A_LOOK = Duration.ofSeconds(5);

  /** Leases, links and signatures are wrong by then. */
  private static final Duration TOO_MUCH = Duration.ofMinutes(2);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  ClockCheck(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "clock";
  }

  @Override
  public String title() {
    return "Clock of this machine and of the database";
  }

  @Override
  public Finding run() {
    var before = clock.instant();
    var there = jdbc.sql("select clock_timestamp()").query(Timestamp.class).single().toInstant();
    var after = clock.instant();
    // It was read somewhere between: in the middle as far as anybody knows.
    var middle = before.plus(Duration.between(before, after).dividedBy(2));
    return judge(Duration.between(there, middle));
  }

  static Finding judge(Duration ahead) {
    var lookedAt = "The time here and the database's.";
    var difference = ahead.abs();
    if (difference.compareTo(WORTH_A_LOOK) < 0) {
      return Finding.ok(
          lookedAt, "They differ by %.1f seconds.".formatted(difference.toMillis() / 1000.0));
    }
    var found =
        "This machine is %d seconds %s the database."
            .formatted(difference.toSeconds(), ahead.isNegative() ? "behind" : "ahead of");
    var cure = "Let chrony or systemd-timesyncd set the clock on both machines.";
    return difference.compareTo(TOO_MUCH) < 0
        ? Finding.warning(lookedAt, found, cure)
        : Finding.failed(lookedAt, found, cure);
  }
}
