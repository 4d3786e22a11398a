package com.aftercall.stream;

import com.aftercall.contact.ContactIntake;
import com.aftercall.contact.IntakeResult.Rejection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Records that were set aside so that their stream could go on. */
@Repository
public class RejectedRecords {

  private static final String COLUMNS =
      """
      select id, stream, partition_id, place, received_at, reason, octet_length(content) as size,
          attempts
      from rejected_record
      """;

  private final JdbcTemplate jdbc;
  private final ContactIntake intake;
  private final InstantSource clock;

  RejectedRecords(JdbcTemplate jdbc, ContactIntake intake, InstantSource clock) {
    this.jdbc = jdbc;
    this.intake = intake;
    this.clock = clock;
  }

  /** Sets a delivery aside; one that was already is left as it is. */
  void keep(String stream, Delivery delivery, String reason) {
    var now = Timestamp.from(clock.instant());
    jdbc.update(
        """
        insert into rejected_record
            (stream, partition_id, place, received_at, reason, content, last_attempt_at)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (stream, partition_id, place) do nothing
        """,
        stream,
        delivery.partition(),
        delivery.place(),
        now,
        reason,
        delivery.content(),
        now);
  }

  /**
   * Newest first.
   *
   * @param before only those with smaller ids; empty: from the newest
   * @param limit one or more
   */
  public List<RejectedRecord> list(OptionalLong before, int limit) {
    return jdbc.query(
        COLUMNS + "where id < ? order by id desc limit ?",
        (row, number) -> read(row),
        before.orElse(Long.MAX_VALUE),
        limit);
  }

  /** One of them. */
  public Optional<RejectedRecord> find(long id) {
    return jdbc.query(COLUMNS + "where id = ?", (row, number) -> read(row), id).stream()
        .findFirst();
  }

  /** How many there are, by stream. */
  public Map<String, Long> countByStream() {
    var counts = new HashMap<String, Long>();
    jdbc.query(
        "select stream, count(*) from rejected_record group by stream",
        row -> {
          counts.put(row.getString(1), row.getLong(2));
        });
    return counts;
  }

  /** What was delivered. It may hold anything, private things among them. */
  public Optional<byte[]> content(long id) {
    return jdbc
        .query(
            "select content from rejected_record where id = ?",
            (row, number) -> row.getBytes(1),
            id)
        .stream()
        .findFirst();
  }

  /**
   * Tries to take one again; what is taken is gone from here.
   *
   * @return the reason why not; null if it was taken
   */
  public @Nullable String retry(long id, byte[] content) {
    if (content.length == 0) {
      return "its bytes are not here; hand in the whole file once more";
    }
    var rejected = intake.accept(List.of(content)).rejected();
    if (rejected.isEmpty()) {
      dismiss(id);
      return null;
    }
    var reason = rejected.stream().map(Rejection::reason).collect(Collectors.joining("; "));
    jdbc.update(
        """
        update rejected_record set reason = ?, attempts = attempts + 1, last_attempt_at = ?
        where id = ?
        """,
        reason,
        Timestamp.from(clock.instant()),
        id);
    return reason;
  }

  /** Forgets one for good; false if there is none. */
  public boolean dismiss(long id) {
    return jdbc.update("delete from rejected_record where id = ?", id) > 0;
  }

  private static RejectedRecord read(ResultSet row) throws SQLException {
    return new RejectedRecord(
        row.getString("id"),
        row.getString("stream"),
        row.getString("partition_id"),
        row.getString("place"),
        row.getTimestamp("received_at").toInstant(),
        row.getString("reason"),
        row.getInt("size"),
        row.getInt("attempts"));
  }
}
