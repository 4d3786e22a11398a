package com.aftercall.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Permission sets, those that come with the server and others, and who has them. */
@Repository
public class PermissionSets {

  private static final Map<String, PermissionSet> BUILT_IN =
      PermissionSet.BUILT_IN.stream().collect(Collectors.toMap(PermissionSet::id, set -> set));

  private final JdbcClient jdbc;

  PermissionSets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Who has a set.
   *
   * @param users ids of those who have it directly
   * @param groups ids
   */
  public record Assignments(List<String> users, List<String> groups) {

    /** Takes copies. */
    public Assignments {
      users = List.copyOf(users);
      groups = List.copyOf(groups);
    }
  }

  /**
   * A set that somebody has.
   *
   * @param set what it allows
   * @param group name of the group by which he has it, or null if directly
   */
  public record Held(PermissionSet set, @Nullable String group) {}

  /** Built-in ones first, then by label. */
  public List<PermissionSet> all() {
    return Stream.concat(
            PermissionSet.BUILT_IN.stream(),
            jdbc
                .sql("select * from permission_set order by lower(label)")
                .query(PermissionSets::own)
                .list()
                .stream())
        .toList();
  }

  /** One. */
  public Optional<PermissionSet> find(String id) {
    return Optional.ofNullable(BUILT_IN.get(id))
        .or(
            () ->
                jdbc.sql("select * from permission_set where id = ?")
                    .param(id)
                    .query(PermissionSets::own)
                    .optional());
  }

  /** Of these ids those that are no set's. */
  public List<String> unknown(Collection<String> ids) {
    var known = all().stream().map(PermissionSet::id).collect(Collectors.toSet());
    return ids.stream().filter(id -> !known.contains(id)).toList();
  }

  /** Those that a user has, directly or by his groups. */
  List<PermissionSet> ofUser(String userId) {
    return held(userId).stream().map(Held::set).toList();
  }

  /** The same, with the groups by which he has them. */
  public List<Held> held(String userId) {
    return jdbc.sql(
            """
            select p.set_id, g.name as group_name, s.* from permission_grant p
            left join user_group g on g.id = p.group_id
            left join permission_set s on s.id = p.set_id
            where p.user_id = :user
                or p.group_id in (select group_id from group_member where user_id = :user)
            order by p.set_id, g.name nulls first
            """)
        .param("user", userId)
        .query(PermissionSets::held)
        .list();
  }

  private static Held held(ResultSet row, int number) throws SQLException {
    var builtIn = BUILT_IN.get(row.getString("set_id"));
    return new Held(builtIn == null ? own(row, number) : builtIn, row.getString("group_name"));
  }

  /** Labels of the sets that give a user each permission. */
  public Map<Permission, Set<String>> sources(String userId) {
    Map<Permission, Set<String>> sources = new TreeMap<>();
    for (var held : held(userId)) {
      var label = held.set().label();
      var source = held.group() == null ? label : "%s (%s)".formatted(label, held.group());
      for (var permission : held.set().permissions()) {
        sources.computeIfAbsent(permission, key -> new java.util.TreeSet<>()).add(source);
      }
    }
    return sources;
  }

  /** What a user may do. */
  public Rights rights(String userId) {
    return Rights.of(ofUser(userId));
  }

  /**
   * Makes a set; gives its id.
   *
   * @throws org.springframework.dao.DuplicateKeyException if the label is taken
   */
  public String create(PermissionSet content) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into permission_set (id, label, description, permissions, contacts)
            values (?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(content.label())
        .param(content.description())
        .param(labels(content))
        .param(content.contacts().label())
        .update();
    return id;
  }

  /**
   * Changes a set of one's own; nothing happens to others.
   *
   * @throws org.springframework.dao.DuplicateKeyException if the label is taken
   */
  public void replace(String id, PermissionSet content) {
    jdbc.sql(
            """
            update permission_set set label = ?, description = ?, permissions = ?, contacts = ?
            where id = ?
            """)
        .param(content.label())
        .param(content.description())
        .param(labels(content))
        .param(content.contacts().label())
        .param(id)
        .update();
  }

  /** Removes a set of one's own; nobody has it any more. */
  @Transactional
  public void remove(String id) {
    if (jdbc.sql("delete from permission_set where id = ?").param(id).update() > 0) {
      jdbc.sql("delete from permission_grant where set_id = ?").param(id).update();
    }
  }

  /** Who has a set. */
  public Assignments assignments(String id) {
    return new Assignments(ids("user_id", id), ids("group_id", id));
  }

  private List<String> ids(String column, String set) {
    return jdbc.sql(
            "select %1$s from permission_grant where set_id = ? and %1$s is not null order by 1"
                .formatted(column))
        .param(set)
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** Says who has a set; ids of nobody are left out. */
  @Transactional
  public void assign(String id, Assignments wanted) {
    jdbc.sql("delete from permission_grant where set_id = ?").param(id).update();
    jdbc.sql(
            """
            insert into permission_grant (set_id, user_id)
            select ?, u.id from app_user u where u.id = any(?)
            """)
        .param(id)
        .param(wanted.users().toArray(String[]::new))
        .update();
    jdbc.sql(
            """
            insert into permission_grant (set_id, group_id)
            select ?, g.id from user_group g where g.id = any(?)
            """)
        .param(id)
        .param(wanted.groups().toArray(String[]::new))
        .update();
  }

  private static String[] labels(PermissionSet set) {
    return set.permissions().stream().map(Permission::label).sorted().toArray(String[]::new);
  }

  private static PermissionSet own(ResultSet row, int number) throws SQLException {
    return new PermissionSet(
        row.getString("id"),
        row.getString("label"),
        row.getString("description"),
        Permission.ofLabels((String[]) row.getArray("permissions").getArray()),
        Reach.ofLabel(row.getString("contacts")),
        false);
  }
}
