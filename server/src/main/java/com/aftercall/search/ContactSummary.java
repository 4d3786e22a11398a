package com.aftercall.search;

import com.aftercall.contact.Contact;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list; the fields are those of {@code openapi.yaml}. Personal data, so its {@code
 * toString} has the name alone.
 */
@SuppressWarnings("MissingJavadoc")
public record ContactSummary(
    String name,
    String contactId,
    String state,
    @Nullable String reason,
    String channel,
    @Nullable Instant initiatedAt,
    @Nullable String customerAddress,
    @Nullable String agent,
    @Nullable String queue,
    @Nullable Long durationMillis,
    @Nullable String language,
    @Nullable String sentiment,
    @Nullable Integer turns,
    @Nullable String engine,
    Instant receivedAt,
    @Nullable Long processingMillis,
    @Nullable Double agentTalkShare,
    @Nullable Double silenceShare,
    int comments,
    @Nullable Instant deletedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Hit> hits) {

  /** Everything that {@link #of} reads, of the contacts whose numbers are given. */
  static final String SELECT =
      """
      select c.number, c.contact_id, c.state, c.state_reason, c.channel, c.initiated_at,
          c.customer_address, c.agent, c.queue, c.duration_millis, c.language, c.sentiment,
          c.agent_talk_share, c.silence_share, c.received_at, c.deleted_at, t.turns, t.engine,
          p.millis, (select count(*) from comment m where m.contact_id = c.contact_id) as comments
      from contact c left join transcript t on t.contact_id = c.contact_id
      left join lateral (
          select extract(epoch from max(ended_at) - min(first_tried_at)) * 1000 as millis
          from step_run where contact_id = c.contact_id) p on true
      where c.number = any(?)
      """;

  static ContactSummary of(ResultSet row, @Nullable List<Hit> hits) throws SQLException {
    return new ContactSummary(
        Contact.name(row.getLong("number")),
        row.getString("contact_id"),
        row.getString("state"),
        row.getString("state_reason"),
        row.getString("channel"),
        instant(row, "initiated_at"),
        row.getString("customer_address"),
        row.getString("agent"),
        row.getString("queue"),
        (Long) row.getObject("duration_millis"),
        row.getString("language"),
        row.getString("sentiment"),
        (Integer) row.getObject("turns"),
        row.getString("engine"),
        row.getTimestamp("received_at").toInstant(),
        whole(row, "millis"),
        share(row, "agent_talk_share"),
        share(row, "silence_share"),
        row.getInt("comments"),
        instant(row, "deleted_at"),
        hits);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable Long whole(ResultSet row, String column) throws SQLException {
    var number = row.getBigDecimal(column);
    return number == null ? null : number.longValue();
  }

  /** As it is written, not as the nearest double of a float: 0.53 and not 0.5299999713897705. */
  private static @Nullable Double share(ResultSet row, String column) throws SQLException {
    var number = row.getObject(column);
    return number == null ? null : Double.valueOf(number.toString());
  }

  @Override
  public String toString() {
    return "ContactSummary[%s]".formatted(name);
  }
}
