package com.aftercall.stream;

import com.aftercall.stream.Backfill.Source;
import com.aftercall.stream.spi.History;
import com.aftercall.stream.spi.HistoryReader;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
      select id, bucket, prefix, stream, from_time, until_time, state, place, files, accepted,
          redelivered, rejected, message, created_at, changed_at,
          (select count(*) from backfill_partition where backfill_id = id) as partitions,
          (select count(*) from backfill_partition where backfill_id = id and read) as partitions_read,
          (select min(last_record_at) from backfill_partition where backfill_id = id and not read)
              as reached_at
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

  /** Begins one; it goes on by itself, also on another server when this one ends. */
  public Backfill start(Source source, @Nullable Instant from, @Nullable Instant until) {
    var id = UUID.randomUUID().toString();
    transactions.executeWithoutResult(
        status -> {
          var now = Timestamp.from(clock.instant());
          var bucket = source instanceof Source.Bucket files ? files : null;
          jdbc.update(
              """
              insert into backfill (id, bucket, prefix, stream, from_time, until_time, state,
                  created_at, changed_at)
              values (?, ?, ?, ?, ?, ?, 'running', ?, ?)
              """,
              id,
              bucket == null ? null : bucket.name(),
              bucket == null ? null : bucket.prefix(),
              bucket == null ? source.stream() : null,
              timestamp(from),
              timestamp(until),
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

  /** Ends it soon; false if it has ended or there is none. */
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

  /** Notes a file that was taken, or passed over when {@code taken} is null. */
  void goOn(String id, String place, @Nullable Taken taken) {
    count(id, place, taken == null ? 0 : 1, taken == null ? Taken.NONE : taken);
  }

  /** Notes records of a stream that were taken. */
  void goOn(String id, HistoryReader.Page page, Taken taken) {
    var lastRecordAt = page.records().isEmpty() ? null : page.records().getLast().arrivedAt();
    transactions.executeWithoutResult(
        status -> {
          jdbc.update(
              """
              insert into backfill_partition as p (backfill_id, partition_id, place, read, last_record_at)
              values (?, ?, ?, ?, ?)
              on conflict (backfill_id, partition_id) do update set
                  place = excluded.place, read = excluded.read,
                  last_record_at = coalesce(excluded.last_record_at, p.last_record_at)
              """,
              id,
              page.partition(),
              page.mark().place(),
              page.mark().read(),
              timestamp(lastRecordAt));
          count(id, null, 0, taken);
        });
  }

  private void count(String id, @Nullable String place, int files, Taken taken) {
    jdbc.update(
        """
        update backfill set place = ?, files = files + ?, accepted = accepted + ?,
            redelivered = redelivered + ?, rejected = rejected + ?, message = null, changed_at = ?
        where id = ?
        """,
        place,
        files,
        taken.accepted(),
        taken.redelivered(),
        taken.rejected(),
        Timestamp.from(clock.instant()),
        id);
  }

  /** How far each partition of a stream is read. */
  Map<String, History.Mark> marks(String id) {
    var marks = new HashMap<String, History.Mark>();
    jdbc.query(
        "select partition_id, place, read from backfill_partition where backfill_id = ?",
        row -> {
          marks.put(row.getString(1), new History.Mark(row.getString(2), row.getBoolean(3)));
        },
        id);
    return marks;
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
        source(row),
        instant(row.getTimestamp("from_time")),
        instant(row.getTimestamp("until_time")),
        row.getString("state"),
        row.getString("place"),
        row.getLong("files"),
        row.getLong("partitions"),
        row.getLong("partitions_read"),
        instant(row.getTimestamp("reached_at")),
        new Backfill.Count(
            row.getLong("accepted"), row.getLong("redelivered"), row.getLong("rejected")),
        row.getString("message"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("changed_at").toInstant());
  }

  private static Source source(ResultSet row) throws SQLException {
    var bucket = row.getString("bucket");
    return bucket == null
        ? new Source.Past(row.getString("stream"))
        : new Source.Bucket(bucket, row.getString("prefix"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
