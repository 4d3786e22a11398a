package com.aftercall.access;

import com.aftercall.secrets.Sealing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Access keys. Their secrets are shown once and kept sealed, because signatures need them. */
@Repository
public class AccessKeys {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ID_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int ID_LENGTH = 16;
  private static final int SECRET_BYTES = 30;
  private static final String COLUMNS = "id, name, permissions, created_at, last_used_at";

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final InstantSource clock;

  AccessKeys(JdbcClient jdbc, Sealing sealing, InstantSource clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  /**
   * A new key and its secret.
   *
   * @param key as it is shown
   * @param secret 40 characters, to be handed over once
   */
  public record Created(AccessKey key, String secret) {

    /** Leaves the secret out. */
    @Override
    public String toString() {
      return "Created[%s]".formatted(key);
    }
  }

  /**
   * Makes a key.
   *
   * @param permissions some of {@link AccessKey#PERMISSIONS}
   */
  public Created create(String name, Set<Permission> permissions) {
    var id =
        RANDOM
            .ints(ID_LENGTH, 0, ID_CHARACTERS.length())
            .mapToObj(place -> ID_CHARACTERS.substring(place, place + 1))
            .collect(Collectors.joining("", "AKIA", ""));
    var bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    var secret = Base64.getEncoder().encodeToString(bytes);
    var key = new AccessKey(id, name, permissions, clock.instant(), null);
    jdbc.sql(
            """
            insert into access_key (id, name, permissions, sealed_secret, created_at)
            values (?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(name)
        .param(labels(permissions))
        .param(sealing.seal(purpose(id), secret.getBytes(StandardCharsets.US_ASCII)))
        .param(Timestamp.from(key.createdAt()))
        .update();
    return new Created(key, secret);
  }

  /** All keys, oldest first. */
  public List<AccessKey> all() {
    return jdbc.sql("select " + COLUMNS + " from access_key order by created_at, id")
        .query(AccessKeys::key)
        .list();
  }

  /** The key with this id, if it was not revoked. */
  public Optional<AccessKey> find(String id) {
    return jdbc.sql("select " + COLUMNS + " from access_key where id = ?")
        .param(id)
        .query(AccessKeys::key)
        .optional();
  }

  /** Gives a key another name and other permissions; empty if there is none. */
  public Optional<AccessKey> replace(String id, String name, Set<Permission> permissions) {
    jdbc.sql("update access_key set name = ?, permissions = ? where id = ?")
        .params(name, labels(permissions), id)
        .update();
    return find(id);
  }

  /** Makes a key worthless at once; false if there is none. */
  public boolean revoke(String id) {
    return jdbc.sql("delete from access_key where id = ?").param(id).update() > 0;
  }

  Optional<String> findSecret(String id) {
    return jdbc.sql("select sealed_secret from access_key where id = ?")
        .param(id)
        .query((row, number) -> row.getBytes(1))
        .optional()
        .map(secret -> new String(sealing.open(purpose(id), secret), StandardCharsets.US_ASCII));
  }

  /** Notes that it was used, at most once a minute; empty if it was revoked meanwhile. */
  Optional<AccessKey> noteUse(String id) {
    var now = clock.instant();
    jdbc.sql(
            """
            update access_key set last_used_at = ?
            where id = ? and (last_used_at is null or last_used_at < ?)
            """)
        .param(Timestamp.from(now))
        .param(id)
        .param(Timestamp.from(now.minusSeconds(60)))
        .update();
    return find(id);
  }

  private static String[] labels(Set<Permission> permissions) {
    return permissions.stream().map(Permission::label).toArray(String[]::new);
  }

  private static String purpose(String id) {
    return "the access key " + id;
  }

  private static AccessKey key(ResultSet row, int number) throws SQLException {
    var used = row.getTimestamp("last_used_at");
    return new AccessKey(
        row.getString("id"),
        row.getString("name"),
        Permission.ofLabels((String[]) row.getArray("permissions").getArray()),
        row.getTimestamp("created_at").toInstant(),
        used == null ? null : used.toInstant());
  }
}
