package com.aftercall.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bearer tokens. A secret is shown once, when it is made; only its hash is kept. */
@Repository
public class Tokens {

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

  /** Makes a token. */
  public Created create(String name) {
    var secret = Secrets.create("act_");
    var token = new Token(UUID.randomUUID().toString(), name, clock.instant(), null);
    jdbc.sql("insert into token (id, name, secret_hash, created_at) values (?, ?, ?, ?)")
        .param(token.id())
        .param(name)
        .param(Secrets.hash(secret))
        .param(Timestamp.from(token.createdAt()))
        .update();
    return new Created(token, secret);
  }

  /** All tokens, oldest first. */
  public List<Token> all() {
    return jdbc.sql("select id, name, created_at, last_used_at from token order by created_at, id")
        .query(Tokens::token)
        .list();
  }

  /** Makes a token and everything signed in with it worthless; false if there is none. */
  public boolean revoke(String id) {
    return jdbc.sql("delete from token where id = ?").param(id).update() > 0;
  }

  /** The token with this secret. */
  public Optional<Token> authenticate(String secret) {
    var found =
        jdbc.sql("select id, name, created_at, last_used_at from token where secret_hash = ?")
            .param(Secrets.hash(secret))
            .query(Tokens::token)
            .optional();
    found.ifPresent(this::noteUse);
    return found;
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

  static Token token(ResultSet row, int rowNumber) throws SQLException {
    var used = row.getTimestamp("last_used_at");
    return new Token(
        row.getString("id"),
        row.getString("name"),
        row.getTimestamp("created_at").toInstant(),
        used == null ? null : used.toInstant());
  }
}
