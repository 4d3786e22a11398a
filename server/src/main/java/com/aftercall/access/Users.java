package com.aftercall.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who may sign in. Names are unique, whatever their case. */
@Repository
public class Users {

  private static final String SELECT =
      """
      select u.*,
          array(select g.set_id from permission_grant g where g.user_id = u.id order by 1) as sets,
          array(select m.group_id from group_member m where m.user_id = u.id order by 1) as groups
      from app_user u
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Users(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** By name. */
  public List<User> all() {
    return jdbc.sql(SELECT + " order by lower(u.user_name)").query(Users::user).list();
  }

  /** One. */
  public Optional<User> find(String id) {
    return jdbc.sql(SELECT + " where u.id = ?").param(id).query(Users::user).optional();
  }

  /** The one with this name, whatever its case. */
  public Optional<User> findByName(String userName) {
    return jdbc.sql(SELECT + " where lower(u.user_name) = lower(?)")
        .param(userName.strip())
        .query(Users::user)
        .optional();
  }

  /** The one whom a provider knows by this name of its own. */
  public Optional<User> findBySubject(String provider, String subject) {
    return jdbc.sql(SELECT + " where u.provider = ? and u.subject = ?")
        .params(provider, subject)
        .query(Users::user)
        .optional();
  }

  /**
   * Makes an account; gives its id.
   *
   * @throws org.springframework.dao.DuplicateKeyException if the name is taken
   */
  @Transactional
  public String create(User.Content content) {
    return create(content, null, null);
  }

  /** The same for somebody whom a provider vouches for. */
  @Transactional
  public String create(User.Content content, @Nullable String provider, @Nullable String subject) {
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into app_user (id, user_name, display_name, email, agent, active, provider, subject,
                created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(content.userName())
        .param(content.displayName())
        .param(content.email())
        .param(content.agent())
        .param(content.active())
        .param(provider)
        .param(subject)
        .param(Timestamp.from(clock.instant()))
        .update();
    assign(id, content);
    return id;
  }

  /**
   * Changes an account; one that is no longer active is signed out. False if there is none.
   *
   * @throws org.springframework.dao.DuplicateKeyException if the name is taken
   */
  @Transactional
  public boolean replace(String id, User.Content content) {
    var changed =
        jdbc.sql(
                """
                update app_user set user_name = ?, display_name = ?, email = ?, agent = ?, active = ?
                where id = ?
                """)
            .param(content.userName())
            .param(content.displayName())
            .param(content.email())
            .param(content.agent())
            .param(content.active())
            .param(id)
            .update();
    if (changed == 0) {
      return false;
    }
    if (!content.active()) {
      jdbc.sql("delete from session where user_id = ?").param(id).update();
      jdbc.sql("delete from embed_token where user_id = ?").param(id).update();
    }
    assign(id, content);
    return true;
  }

  /** Memberships that a provider vouches for stay so. */
  private void assign(String id, User.Content content) {
    jdbc.sql("delete from permission_grant where user_id = ?").param(id).update();
    jdbc.sql(
            """
            insert into permission_grant (set_id, user_id)
            select distinct s, ? from unnest(cast(? as text[])) s
            """)
        .param(id)
        .param(content.permissionSets().toArray(String[]::new))
        .update();
    var groups = content.groups().toArray(String[]::new);
    jdbc.sql("delete from group_member where user_id = ? and not group_id = any(?)")
        .param(id)
        .param(groups)
        .update();
    jdbc.sql(
            """
            insert into group_member (group_id, user_id)
            select distinct g.id, ? from user_group g where g.id = any(?) on conflict do nothing
            """)
        .param(id)
        .param(groups)
        .update();
  }

  /** Removes an account with its sign-ins; false if there is none. */
  @Transactional
  public boolean remove(String id) {
    jdbc.sql("delete from preference where owner = ?").param(id).update();
    return jdbc.sql("delete from app_user where id = ?").param(id).update() > 0;
  }

  /** From now on the provider knows him by this name of its own. */
  public void setSubject(String id, String provider, String subject) {
    jdbc.sql("update app_user set provider = ?, subject = ? where id = ?")
        .params(provider, subject, id)
        .update();
  }

  void noteSignIn(String id) {
    jdbc.sql("update app_user set last_sign_in_at = ? where id = ?")
        .param(Timestamp.from(clock.instant()))
        .param(id)
        .update();
  }

  /** The encoded hash of the password, if there is one. */
  Optional<String> passwordHash(String id) {
    return jdbc.sql("select password_hash from app_user where id = ? and password_hash is not null")
        .param(id)
        .query(String.class)
        .optional();
  }

  /** False if there is no such user. */
  boolean setPasswordHash(String id, @Nullable String hash) {
    return jdbc.sql("update app_user set password_hash = ? where id = ?")
            .param(hash)
            .param(id)
            .update()
        > 0;
  }

  /** Whether anybody can sign in with a password. */
  public boolean anyHasPassword() {
    return jdbc.sql(
            "select exists (select from app_user where password_hash is not null and active)")
        .query(Boolean.class)
        .single();
  }

  /** Makes a user a member of those groups that have one of these claims, and of no others. */
  @Transactional
  public void setVouchedGroups(String id, List<String> claims) {
    var values = claims.toArray(String[]::new);
    jdbc.sql(
            """
            delete from group_member m using user_group g
            where m.user_id = ? and m.vouched and g.id = m.group_id
                and not coalesce(g.claim = any(?), false)
            """)
        .param(id)
        .param(values)
        .update();
    jdbc.sql(
            """
            insert into group_member (group_id, user_id, vouched)
            select id, ?, true from user_group where claim = any(?) on conflict do nothing
            """)
        .param(id)
        .param(values)
        .update();
  }

  private static User user(ResultSet row, int number) throws SQLException {
    return new User(
        row.getString("id"),
        new User.Content(
            row.getString("user_name"),
            row.getString("display_name"),
            row.getString("email"),
            row.getString("agent"),
            row.getBoolean("active"),
            List.of((String[]) row.getArray("sets").getArray()),
            List.of((String[]) row.getArray("groups").getArray())),
        row.getString("password_hash") != null,
        row.getString("provider"),
        row.getTimestamp("created_at").toInstant(),
        Times.instant(row, "last_sign_in_at"));
  }
}
