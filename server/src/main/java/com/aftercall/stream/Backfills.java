package com.aftercall.stream;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Backfills that were asked for, and how far each is. */
@Repository
public class Backfills {

  private static final int MOST_LISTED = 50;

  private static final String SELECT =
      """
      select id, bucket, prefix, from_time, until_time, state, place, files, accepted, rejected,
          message, created_at, changed_at
      from backfill
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final ObjectProvider<Scheduler> scheduler;
  private final InstantSource clock;

  Backfills(
      JdbcTemplate jdbc,
      TransactionTemplate transactions,
      ObjectProvider<Scheduler> scheduler,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Which files. */
  public record Choice(
      String bucket, String prefix, @Nullable Instant from, @Nullable Instant until) {}

  /** Begins one; it goes on by itself, also on another server when this one ends. */
  public Backfill start(Choice choice) {
    var id = UUID.randomUUID().toString();
    transactions.executeWithoutResult(
        status -> {
          var now = Timestamp.from(clock.instant());
          jdbc.update(
              """
              insert into backfill
                  (id, bucket, prefix, from_time, until_time, state, created_at, changed_at)
              values (?, ?, ?, ?, ?, 'running', ?, ?)
              """,
              id,
              choice.bucket(),
              choice.prefix(),
              timestamp(choice.from()),
              timestamp(choice.until()),
              now,
              now);
          scheduler
              .getObject()
              .schedule(BackfillTask.DESCRIPTOR.instance(id).build(), clock.instant());
        });
    return find(id).orElseThrow();
  }

  /** The last ones, newest first. */
  public List<Backfill> latest() {
    return jdbc.query(
        SELECT + "order by created_at desc, id limit ?", (row, number) -> read(row), MOST_LISTED);
  }

  /** One of them. */
  public Optional<Backfill> find(String id) {
    return jdbc.query(SELECT + "where id = ?", (row, number) -> read(row), id).stream().findFirst();
  }

  /** Ends it before the next file; false if it has ended or there is none. */
  public boolean stop(String id) {
    return end(id, "stopped", null);
  }

  boolean end(String id, String state, @Nullable String message) {
    return jdbc.update(
            "update backfill set state = ?, message = ?, changed_at = ? where id = ? and state = 'running'",
            state,
            message,
            Timestamp.from(clock.instant()),
            id)
        > 0;
  }

  /** Notes a file that was taken, or passed over when {@code outcome} is null. */
  void goOn(String id, String place, RecordFiles.@Nullable Outcome outcome) {
    jdbc.update(
        """
        update backfill set place = ?, files = files + ?, accepted = accepted + ?,
            rejected = rejected + ?, message = null, changed_at = ?
        where id = ?
        """,
        place,
        outcome == null ? 0 : 1,
        outcome == null ? 0 : outcome.accepted(),
        outcome == null ? 0 : outcome.rejected(),
        Timestamp.from(clock.instant()),
        id);
  }

  void say(String id, String message) {
    jdbc.update("update backfill set message = ? where id = ?", message, id);
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Backfill read(ResultSet row) throws SQLException {
    return new Backfill(
        row.getString("id"),
        row.getString("bucket"),
        row.getString("prefix"),
        instant(row.getTimestamp("from_time")),
        instant(row.getTimestamp("until_time")),
        row.getString("state"),
        row.getString("place"),
        row.getLong("files"),
        row.getLong("accepted"),
        row.getLong("rejected"),
        row.getString("message"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("changed_at").toInstant());
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
