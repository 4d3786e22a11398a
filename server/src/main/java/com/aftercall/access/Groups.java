package com.aftercall.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Groups of users. Names are unique, whatever their case. */
@Repository
public class Groups {

  private static final String SELECT =
      """
      select g.*,
          array(select m.user_id from group_member m where m.group_id = g.id order by 1) as users,
          array(select p.set_id from permission_grant p where p.group_id = g.id order by 1) as sets
      from user_group g
      """;

  private final JdbcClient jdbc;

  Groups(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By name. */
  public List<Group> all() {
    return jdbc.sql(SELECT + " order by lower(g.name)").query(Groups::group).list();
  }

  /** One. */
  public Optional<Group> find(String id) {
    return jdbc.sql(SELECT + " where g.id = ?").param(id).query(Groups::group).optional();
  }

  /**
   * Makes a group; gives its id.
   *
   * @throws org.springframework.dao.DuplicateKeyException if the name is taken
   */
  @Transactional
  public String create(Group.Content content) {
    var id = UUID.randomUUID().toString();
    jdbc.sql("insert into user_group (id, name, description, claim) values (?, ?, ?, ?)")
        .param(id)
        .param(content.name())
        .param(content.description())
        .param(content.claim())
        .update();
    assign(id, content);
    return id;
  }

  /**
   * Changes a group; false if there is none.
   *
   * @throws org.springframework.dao.DuplicateKeyException if the name is taken
   */
  @Transactional
  public boolean replace(String id, Group.Content content) {
    var changed =
        jdbc.sql("update user_group set name = ?, description = ?, claim = ? where id = ?")
            .param(content.name())
            .param(content.description())
            .param(content.claim())
            .param(id)
            .update();
    if (changed > 0) {
      assign(id, content);
    }
    return changed > 0;
  }

  private void assign(String id, Group.Content content) {
    var users = content.users().toArray(String[]::new);
    jdbc.sql("delete from group_member where group_id = ? and not user_id = any(?)")
        .param(id)
        .param(users)
        .update();
    jdbc.sql(
            """
            insert into group_member (group_id, user_id)
            select ?, u.id from app_user u where u.id = any(?) on conflict do nothing
            """)
        .param(id)
        .param(users)
        .update();
    jdbc.sql("delete from permission_grant where group_id = ?").param(id).update();
    jdbc.sql(
            """
            insert into permission_grant (set_id, group_id)
            select distinct s, ? from unnest(cast(? as text[])) s
            """)
        .param(id)
        .param(content.permissionSets().toArray(String[]::new))
        .update();
  }

  /** Removes a group; its members stay. False if there is none. */
  public boolean remove(String id) {
    return jdbc.sql("delete from user_group where id = ?").param(id).update() > 0;
  }

  private static Group group(ResultSet row, int number) throws SQLException {
    return new Group(
        row.getString("id"),
        new Group.Content(
            row.getString("name"),
            row.getString("description"),
            row.getString("claim"),
            List.of((String[]) row.getArray("users").getArray()),
            List.of((String[]) row.getArray("sets").getArray())));
  }
}
