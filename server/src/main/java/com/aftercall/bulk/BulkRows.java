package com.aftercall.bulk;

import com.aftercall.access.Reach;
import com.aftercall.access.Visibility;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.Contacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables of bulk actions. A contact of an action is waiting, done without effect, changed, or
 * failed.
 */
@Repository
class BulkRows {

  static final String MISSING = "There is no such contact.";

  private static final int MOST_PROBLEMS = 20;

  private final JdbcClient jdbc;
  private final Contacts contacts;
  private final InstantSource clock;

  BulkRows(JdbcClient jdbc, Contacts contacts, InstantSource clock) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.clock = clock;
  }

  /** One action without its contacts. */
  record Row(
      String id,
      String owner,
      BulkKind kind,
      String state,
      int total,
      Instant createdAt,
      @Nullable Instant endedAt,
      @Nullable String fileKey,
      Visibility words) {}

  /** In the order of ids, in which intake locks contacts too. */
  void insert(
      String id, String owner, BulkKind kind, Collection<ContactId> chosen, Visibility visibility) {
    var ids = chosen.stream().map(ContactId::value).distinct().sorted().toArray(String[]::new);
    jdbc.sql(
            """
            insert into bulk_action (id, owner, action, state, total, created_at, words, agent)
            values (?, ?, ?, 'running', ?, ?, ?, ?)
            """)
        .param(id)
        .param(owner)
        .param(kind.label())
        .param(ids.length)
        .param(Timestamp.from(clock.instant()))
        .param(visibility.words().label())
        .param(visibility.agent())
        .update();
    jdbc.sql(
            """
            insert into bulk_item (bulk_id, position, contact_id)
            select ?, place, contact from unnest(cast(? as text[])) with ordinality as i(contact, place)
            """)
        .param(id)
        .param(ids)
        .update();
    if (visibility.contacts() != Reach.ALL) {
      hide(id, visibility.contacts() == Reach.OWN ? visibility.agent() : null);
    }
  }

  /** Contacts of others are what contacts are that do not exist. */
  private void hide(String id, @Nullable String agent) {
    jdbc.sql(
            """
            update bulk_item i set state = 'failed', reason = ?
            where i.bulk_id = ? and not exists (
                select from contact c where c.contact_id = i.contact_id and c.agent = ?)
            """)
        .param(MISSING)
        .param(id)
        .param(agent)
        .update();
  }

  Optional<Row> find(String id) {
    return jdbc.sql("select * from bulk_action where id = ?")
        .param(id)
        .query(BulkRows::row)
        .optional();
  }

  /** The same, locked until the transaction ends, so that two nodes do not share its work. */
  Optional<Row> lock(String id) {
    return jdbc.sql("select * from bulk_action where id = ? for update")
        .param(id)
        .query(BulkRows::row)
        .optional();
  }

  List<Row> latest(String owner, int limit) {
    return jdbc.sql(
            "select * from bulk_action where owner = ? order by created_at desc, id limit ?")
        .params(owner, limit)
        .query(BulkRows::row)
        .list();
  }

  /** The next contacts in this state; places as keys. */
  Map<ContactId, Integer> next(String id, String state, int limit) {
    Map<ContactId, Integer> chunk = new java.util.LinkedHashMap<>();
    jdbc.sql(
            """
            select contact_id, position from bulk_item where bulk_id = ? and state = ?
            order by position limit ?
            """)
        .params(id, state, limit)
        .query(
            row -> {
              chunk.put(new ContactId(row.getString("contact_id")), row.getInt("position"));
            });
    return chunk;
  }

  void settle(String id, int position, String state, @Nullable String reason) {
    jdbc.sql("update bulk_item set state = ?, reason = ? where bulk_id = ? and position = ?")
        .param(state)
        .param(reason)
        .param(id)
        .param(position)
        .update();
  }

  void setState(String id, String state) {
    jdbc.sql("update bulk_action set state = ?, ended_at = null where id = ?")
        .params(state, id)
        .update();
  }

  void end(String id, String state, @Nullable String fileKey) {
    jdbc.sql("update bulk_action set state = ?, ended_at = ?, file_key = ? where id = ?")
        .param(state)
        .param(Timestamp.from(clock.instant()))
        .param(fileKey)
        .param(id)
        .update();
  }

  /** An export begins anew after a crash, because half a file is none. */
  void beginAnew(String id) {
    jdbc.sql(
            """
            update bulk_item set state = 'waiting', reason = null
            where bulk_id = ? and (state <> 'failed' or reason <> ?)
            """)
        .params(id, MISSING)
        .update();
  }

  /** Exports that ended before this and still have their file. */
  List<Row> withFileBefore(Instant time) {
    return jdbc.sql("select * from bulk_action where file_key is not null and ended_at < ?")
        .param(Timestamp.from(time))
        .query(BulkRows::row)
        .list();
  }

  void forgetFile(String id) {
    jdbc.sql("update bulk_action set file_key = null where id = ?").param(id).update();
  }

  void deleteBefore(Instant time) {
    jdbc.sql("delete from bulk_action where ended_at < ? and file_key is null")
        .param(Timestamp.from(time))
        .update();
  }

  BulkAction describe(Row row, boolean undoable) {
    Map<String, Integer> counts = new java.util.HashMap<>();
    jdbc.sql("select state, count(*) as contacts from bulk_item where bulk_id = ? group by state")
        .param(row.id())
        .query(
            counted -> {
              counts.put(counted.getString("state"), counted.getInt("contacts"));
            });
    return new BulkAction(
        row.id(),
        row.kind().label(),
        row.state(),
        row.total(),
        row.total() - counts.getOrDefault("waiting", 0),
        counts.getOrDefault("failed", 0),
        problems(row.id()),
        row.createdAt(),
        row.endedAt(),
        undoable,
        row.fileKey() == null ? null : "/api/v1/bulk-actions/%s/file".formatted(row.id()));
  }

  private List<BulkAction.Problem> problems(String id) {
    Map<ContactId, String> reasons = new java.util.LinkedHashMap<>();
    jdbc.sql(
            """
            select contact_id, reason from bulk_item where bulk_id = ? and state = 'failed'
            order by position limit ?
            """)
        .params(id, MOST_PROBLEMS)
        .query(
            row -> {
              reasons.put(new ContactId(row.getString("contact_id")), row.getString("reason"));
            });
    var names = contacts.names(reasons.keySet());
    return reasons.entrySet().stream()
        .map(e -> new BulkAction.Problem(e.getKey().value(), names.get(e.getKey()), e.getValue()))
        .toList();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    var ended = row.getTimestamp("ended_at");
    return new Row(
        row.getString("id"),
        row.getString("owner"),
        BulkKind.ofLabel(row.getString("action")),
        row.getString("state"),
        row.getInt("total"),
        row.getTimestamp("created_at").toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getString("file_key"),
        new Visibility(Reach.ALL, Reach.ofLabel(row.getString("words")), row.getString("agent")));
  }
}
