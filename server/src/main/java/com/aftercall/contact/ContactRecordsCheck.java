package com.aftercall.contact;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether contact records come in at all. */
@Component
class ContactRecordsCheck implements Check {

  private static final Duration QUIET = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  ContactRecordsCheck(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "contact-records";
  }

  @Override
  public String title() {
    return "Contact records come in";
  }

  @Override
  public Finding run() {
    var newest =
        jdbc.sql(
                """
                select max(received_at) from
                    (select received_at from contact order by number desc limit 1000) newest
                """)
            .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
            .single()
            .map(Timestamp::toInstant);
    return newest
        .map(at -> judge(at, clock.instant()))
        .orElseGet(
            () ->
                Finding.warning(
                    "All contacts.",
                    "No contact record has come yet.",
                    "Hand one in with ./aftercall ingest, or see that the stream is set up. A record"
                        + " exists when the agent has left After Call Work, not before."));
  }

  static Finding judge(Instant newest, Instant now) {
    var ago = Duration.between(newest, now);
    var lookedAt = "The thousand newest contacts.";
    if (ago.compareTo(QUIET) > 0) {
      return Finding.warning(
          lookedAt,
          "The last contact record came %d hours ago.".formatted(ago.toHours()),
          "If there were calls since, see that the stream still sends and that this server reads"
              + " it. A record exists when the agent has left After Call Work, not before.");
    }
    return Finding.ok(
        lookedAt,
        "The last contact record came %d minutes ago.".formatted(Math.max(0, ago.toMinutes())));
  }
}
