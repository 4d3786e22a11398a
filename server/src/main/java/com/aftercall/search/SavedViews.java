package com.aftercall.search;

import com.aftercall.access.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The views that people saved. A view that is not shared is there for its owner alone. */
@Repository
public class SavedViews {

  private static final String SELECT =
      """
      select v.id, v.name, v.query, v.columns, v.shared, v.owner = :caller as own, v.owner_name,
          exists (select 1 from saved_view_pin p where p.view_id = v.id and p.viewer = :caller)
              as pinned
      from saved_view v where (v.owner = :caller or v.shared)
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  SavedViews(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Those that the caller can see, pinned ones first, then by name. */
  public List<SavedView> all(Caller caller) {
    return jdbc.sql(SELECT + " order by pinned desc, lower(v.name), v.name, v.id")
        .param("caller", caller.getName())
        .query(SavedViews::view)
        .list();
  }

  /** One that the caller can see. */
  public Optional<SavedView> find(Caller caller, String id) {
    return jdbc.sql(SELECT + " and v.id = :id")
        .param("caller", caller.getName())
        .param("id", id)
        .query(SavedViews::view)
        .optional();
  }

  /** Saves a new one; gives its id. */
  public String create(Caller caller, SavedView.Content content) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into saved_view (id, owner, owner_name, name, query, columns, shared, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(caller.getName())
        .param(caller.displayName())
        .param(content.name())
        .param(content.query())
        .param(content.columns().toArray(String[]::new))
        .param(content.shared())
        .param(Timestamp.from(clock.instant()))
        .update();
    return id;
  }

  /** Changes one of the caller's own; nothing happens to others. */
  public void replace(Caller caller, String id, SavedView.Content content) {
    jdbc.sql(
            """
            update saved_view set name = ?, query = ?, columns = ?, shared = ?
            where id = ? and owner = ?
            """)
        .param(content.name())
        .param(content.query())
        .param(content.columns().toArray(String[]::new))
        .param(content.shared())
        .param(id)
        .param(caller.getName())
        .update();
  }

  /** Removes one of the caller's own; nothing happens to others. */
  public void remove(Caller caller, String id) {
    jdbc.sql("delete from saved_view where id = ? and owner = ?")
        .params(id, caller.getName())
        .update();
  }

  /** Pins or unpins, for the caller alone. */
  public void pin(Caller caller, String id, boolean pinned) {
    jdbc.sql(
            pinned
                ? """
                  insert into saved_view_pin (view_id, viewer)
                  select id, ? from saved_view where id = ? on conflict do nothing
                  """
                : "delete from saved_view_pin where viewer = ? and view_id = ?")
        .params(caller.getName(), id)
        .update();
  }

  private static SavedView view(ResultSet row, int number) throws SQLException {
    return new SavedView(
        row.getString("id"),
        row.getString("name"),
        row.getString("query"),
        List.of((String[]) row.getArray("columns").getArray()),
        row.getBoolean("shared"),
        row.getBoolean("own"),
        row.getBoolean("pinned"),
        row.getString("owner_name"));
  }
}
