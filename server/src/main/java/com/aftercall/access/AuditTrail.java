package com.aftercall.access;

import com.aftercall.access.AuditEntry.Event;
import com.aftercall.access.AuditEntry.Result;
import com.aftercall.access.AuditEntry.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who did what, and who tried. Entries are added; the database refuses to change them. */
@Repository
public class AuditTrail {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int BLOCK = 1_000;
  private static final String OUTCOME = "coalesce(o.result, e.result)";

  private final JdbcClient jdbc;
  private final InstantSource clock;

  AuditTrail(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Which entries somebody wants to see; null and empty for all.
   *
   * @param who id or name, whole
   * @param what any of these
   * @param contactId of this contact
   * @param result any of these
   * @param address whole
   * @param from at or after
   * @param to before
   */
  public record Filter(
      @Nullable String who,
      Set<AuditAction> what,
      @Nullable String contactId,
      Set<Result> result,
      @Nullable String address,
      @Nullable Instant from,
      @Nullable Instant to) {

    /** Takes copies. */
    public Filter {
      what = Set.copyOf(what);
      result = Set.copyOf(result);
    }
  }

  /**
   * Adds an entry. Returns when it is stored, in the caller's transaction if there is one.
   *
   * @return its number
   */
  public long add(Event event) {
    return jdbc.sql(
            """
            insert into audit_entry (at, who_kind, who_id, who_name, what, result, contact_id, address,
                details)
            values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb)) returning number
            """)
        .param(Timestamp.from(clock.instant()))
        .param(event.who().kind())
        .param(event.who().id())
        .param(event.who().name())
        .param(event.what().label())
        .param(event.result().label())
        .param(event.contactId())
        .param(event.address())
        .param(JSON.writeValueAsString(event.details()))
        .query(Long.class)
        .single();
  }

  /** Says how what an entry has as begun ended; a second time changes nothing. */
  public void end(long number, Result result) {
    jdbc.sql("insert into audit_outcome (number, result) values (?, ?) on conflict do nothing")
        .params(number, result.label())
        .update();
  }

  /**
   * Entries, newest first.
   *
   * @param before only those with a lower number, or null for all
   */
  public List<AuditEntry> find(Filter filter, @Nullable Long before, int limit) {
    var where = new ArrayList<String>();
    var parameters = new ArrayList<Object>();
    if (filter.who() != null) {
      where.add("(who_id = ? or who_name = ?)");
      parameters.add(filter.who());
      parameters.add(filter.who());
    }
    add(where, parameters, "contact_id = ?", filter.contactId());
    add(where, parameters, "address = ?", filter.address());
    add(where, parameters, "at >= ?", Times.timestamp(filter.from()));
    add(where, parameters, "at < ?", Times.timestamp(filter.to()));
    add(where, parameters, "number < ?", before);
    var actions = filter.what().stream().map(AuditAction::label).toArray(String[]::new);
    add(where, parameters, "what = any(?)", actions.length == 0 ? null : actions);
    var results = filter.result().stream().map(Result::label).toArray(String[]::new);
    add(where, parameters, OUTCOME + " = any(?)", results.length == 0 ? null : results);
    parameters.add(limit);
    return jdbc.sql(
            "select e.*, %s as outcome from audit_entry e left join audit_outcome o using (number) %s order by number desc limit ?"
                .formatted(OUTCOME, where.isEmpty() ? "" : "where " + String.join(" and ", where)))
        .params(parameters)
        .query(AuditTrail::entry)
        .list();
  }

  private static void add(
      List<String> where, List<Object> parameters, String condition, @Nullable Object value) {
    if (value != null) {
      where.add(condition);
      parameters.add(value);
    }
  }

  /** Gives every entry that a filter leaves, newest first, without holding them all. */
  public void forEach(Filter filter, Consumer<AuditEntry> taker) {
    Long before = null;
    List<AuditEntry> block;
    do {
      block = find(filter, before, BLOCK);
      block.forEach(taker);
      before = block.isEmpty() ? before : Long.valueOf(block.getLast().number());
    } while (block.size() == BLOCK);
  }

  /** Removes entries from before this, which is the only way out of the table. */
  @Transactional
  public int removeBefore(Instant time) {
    jdbc.sql("select set_config('aftercall.audit_before', ?, true)")
        .param(time.toString())
        .query()
        .listOfRows();
    return jdbc.sql("delete from audit_entry where at < ?").param(Timestamp.from(time)).update();
  }

  /**
   * Adds an entry for a link that is followed, unless there is one of it; a player asks for one
   * recording in many parts.
   *
   * @param link the link's signature, or what else tells it from others
   * @param expiresAt when the link ends
   */
  @Transactional
  public void addOnce(byte[] link, Instant expiresAt, Event event) {
    jdbc.sql("delete from playback_use where expires_at < ?")
        .param(Timestamp.from(clock.instant()))
        .update();
    var isNew =
        jdbc.sql(
                """
                insert into playback_use (link, expires_at) values (?, ?) on conflict do nothing
                """)
            .param(link)
            .param(Timestamp.from(expiresAt))
            .update();
    if (isNew > 0) {
      add(event);
    }
  }

  private static AuditEntry entry(ResultSet row, int number) throws SQLException {
    return new AuditEntry(
        row.getLong("number"),
        row.getTimestamp("at").toInstant(),
        new Event(
            new Who(row.getString("who_kind"), row.getString("who_id"), row.getString("who_name")),
            AuditAction.ofLabel(row.getString("what")),
            Result.ofLabel(row.getString("outcome")),
            row.getString("contact_id"),
            row.getString("address"),
            JSON.readValue(row.getString("details"), new TypeReference<Map<String, String>>() {})));
  }
}
