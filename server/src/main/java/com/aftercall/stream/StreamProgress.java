package com.aftercall.stream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps how far streams were read, for people to look at; a note may be a second late. */
@Repository
public class StreamProgress {

  private static final Logger log = LoggerFactory.getLogger(StreamProgress.class);
  private static final Duration BETWEEN_NOTES = Duration.ofSeconds(1);

  private static final String NOTE =
      """
      insert into stream_partition as p (stream, partition_id, server, place, records,
          last_record_at, behind_millis, behind_records, read_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (stream, partition_id) do update set
          server = excluded.server, place = coalesce(excluded.place, p.place),
          records = p.records + excluded.records,
          last_record_at = coalesce(excluded.last_record_at, p.last_record_at),
          behind_millis = excluded.behind_millis, behind_records = excluded.behind_records,
          read_at = excluded.read_at
      """;

  private final JdbcTemplate jdbc;
  private final InstantSource clock;
  private final ServerName server;
  private final Map<Part, Pending> pending = new ConcurrentHashMap<>();

  StreamProgress(JdbcTemplate jdbc, InstantSource clock, ServerName server) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.server = server;
  }

  /** One look at a partition. */
  public record Look(String partition, @Nullable Long behindMillis, @Nullable Long behindRecords) {}

  private record Part(String stream, String partition) {}

  private static final class Pending {
    private long records;
    private @Nullable String place;
    private @Nullable Instant lastRecordAt;
    private Instant notedAt = Instant.EPOCH;
  }

  /**
   * Notes that a partition was read.
   *
   * @param taken what came of it, all of that partition; may be empty
   */
  public void note(String stream, Look look, List<Delivery> taken) {
    var part = new Part(stream, look.partition());
    var mine = pending.computeIfAbsent(part, key -> new Pending());
    synchronized (mine) {
      mine.records += taken.size();
      if (!taken.isEmpty()) {
        mine.place = taken.getLast().place();
        mine.lastRecordAt = taken.getLast().arrivedAt();
      }
      var now = clock.instant();
      if (Duration.between(mine.notedAt, now).compareTo(BETWEEN_NOTES) >= 0) {
        write(part, look, mine, now);
      }
    }
  }

  private void write(Part part, Look look, Pending mine, Instant now) {
    try {
      jdbc.update(
          NOTE,
          part.stream(),
          part.partition(),
          server.value(),
          mine.place,
          mine.records,
          mine.lastRecordAt == null ? null : Timestamp.from(mine.lastRecordAt),
          look.behindMillis(),
          look.behindRecords(),
          Timestamp.from(now));
      mine.records = 0;
      mine.notedAt = now;
    } catch (DataAccessException e) {
      log.debug("How far {} was read is noted later", part.stream(), e);
    }
  }

  /** The partitions of a stream that any server has read. */
  public List<StreamPartition> of(String stream) {
    return jdbc.query(
        """
        select partition_id, server, place, records, last_record_at, behind_millis, behind_records,
            read_at
        from stream_partition where stream = ? order by partition_id
        """,
        (row, number) -> read(row),
        stream);
  }

  private static StreamPartition read(ResultSet row) throws SQLException {
    var lastRecordAt = row.getTimestamp("last_record_at");
    return new StreamPartition(
        row.getString("partition_id"),
        row.getString("server"),
        row.getString("place"),
        row.getLong("records"),
        lastRecordAt == null ? null : lastRecordAt.toInstant(),
        row.getObject("behind_millis", Long.class),
        row.getObject("behind_records", Long.class),
        row.getTimestamp("read_at").toInstant());
  }
}
