package com.aftercall.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bearer tokens. A secret is shown once, when it is made; only its hash is kept. */
@Repository
public class Tokens {

  private static final String SELECT =
      """
      select id, name, created_at, last_used_at, expires_at, permissions, contacts, created_by
      from token
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Tokens(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A new token and its secret.
   *
   * @param token as it is shown
   * @param secret to be handed over once and not kept
   */
  public record Created(Token token, String secret) {

    /** Leaves the secret out. */
    @Override
    public String toString() {
      return "Created[%s]".formatted(token);
    }
  }

  /**
   * What a new token is to be.
   *
   * @param name for people
   * @param permissions null for everything
   * @param contacts which ones it sees
   * @param expiresAt null for no end
   * @param createdBy name of whoever asks for it, or null for the server itself
   */
  public record Wanted(
      String name,
      @Nullable Set<Permission> permissions,
      Reach contacts,
      @Nullable Instant expiresAt,
      @Nullable String createdBy) {

    /** Good for everything, without an end. */
    static Wanted unlimited(String name) {
      return new Wanted(name, null, Reach.ALL, null, null);
    }
  }

  /** Makes a token. */
  public Created create(Wanted wanted) {
    var secret = Secrets.create("act_");
    var token =
        new Token(
            UUID.randomUUID().toString(),
            wanted.name(),
            clock.instant(),
            null,
            wanted.expiresAt(),
            wanted.permissions(),
            wanted.contacts(),
            wanted.createdBy());
    jdbc.sql(
            """
            insert into token (id, name, secret_hash, created_at, expires_at, permissions, contacts,
                created_by)
            values (?, ?, ?, ?, ?, cast(? as text[]), ?, ?)
            """)
        .param(token.id())
        .param(token.name())
        .param(Secrets.hash(secret))
        .param(Timestamp.from(token.createdAt()))
        .param(token.expiresAt() == null ? null : Timestamp.from(token.expiresAt()))
        .param(
            token.permissions() == null
                ? null
                : token.permissions().stream().map(Permission::label).toArray(String[]::new))
        .param(token.contacts().label())
        .param(token.createdBy())
        .update();
    return new Created(token, secret);
  }

  /** All tokens, oldest first. */
  public List<Token> all() {
    return jdbc.sql(SELECT + " order by created_at, id").query(Tokens::token).list();
  }

  /** Makes a token and everything signed in with it worthless; false if there is none. */
  public boolean revoke(String id) {
    jdbc.sql("delete from preference where owner = ?").param(id).update();
    return jdbc.sql("delete from token where id = ?").param(id).update() > 0;
  }

  /** The token with this secret. */
  public Optional<Token> authenticate(String secret) {
    var found =
        jdbc.sql(SELECT + " where secret_hash = ? and (expires_at is null or expires_at > ?)")
            .param(Secrets.hash(secret))
            .param(Timestamp.from(clock.instant()))
            .query(Tokens::token)
            .optional();
    found.ifPresent(this::noteUse);
    return found;
  }

  /** The token with this id, if it has not ended. */
  Optional<Token> find(String id) {
    return jdbc.sql(SELECT + " where id = ? and (expires_at is null or expires_at > ?)")
        .param(id)
        .param(Timestamp.from(clock.instant()))
        .query(Tokens::token)
        .optional();
  }

  private void noteUse(Token token) {
    var now = clock.instant();
    var last = token.lastUsedAt();
    if (last == null || last.plusSeconds(60).isBefore(now)) {
      jdbc.sql("update token set last_used_at = ? where id = ?")
          .param(Timestamp.from(now))
          .param(token.id())
          .update();
    }
  }

  private static Token token(ResultSet row, int rowNumber) throws SQLException {
    var permissions = row.getArray("permissions");
    return new Token(
        row.getString("id"),
        row.getString("name"),
        row.getTimestamp("created_at").toInstant(),
        Times.instant(row, "last_used_at"),
        Times.instant(row, "expires_at"),
        permissions == null ? null : Permission.ofLabels((String[]) permissions.getArray()),
        Reach.ofLabel(row.getString("contacts")),
        row.getString("created_by"));
  }
}
