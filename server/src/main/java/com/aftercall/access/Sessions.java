package com.aftercall.access;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sign-ins from browsers. Each hangs on a token and ends with it. */
@Repository
public class Sessions {

  /** A working day. */
  public static final Duration LENGTH = Duration.ofHours(12);

  /** Long enough to click on a link in a terminal. */
  static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Sessions(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A one-time code for a browser.
   *
   * @param code works once
   * @param expiresAt and not after this
   */
  public record Code(String code, Instant expiresAt) {

    /** Leaves the code out. */
    @Override
    public String toString() {
      return "Code[until %s]".formatted(expiresAt);
    }
  }

  /** Makes a one-time code; tidies expired ones away. */
  public Code createCode(Token token) {
    var now = clock.instant();
    jdbc.sql("delete from sign_in_code where expires_at < ?").param(Timestamp.from(now)).update();
    var code = new Code(Secrets.create(""), now.plus(CODE_LIFETIME));
    jdbc.sql("insert into sign_in_code (secret_hash, token_id, expires_at) values (?, ?, ?)")
        .param(Secrets.hash(code.code()))
        .param(token.id())
        .param(Timestamp.from(code.expiresAt()))
        .update();
    return code;
  }

  /** The token that a code stands for; the code is used up. */
  public Optional<Token> redeem(String code) {
    return jdbc.sql(
            """
            with used as (delete from sign_in_code where secret_hash = ? and expires_at > ?
                returning token_id)
            select id, name, created_at, last_used_at from token where id in (select token_id from used)
            """)
        .param(Secrets.hash(code))
        .param(Timestamp.from(clock.instant()))
        .query(Tokens::token)
        .optional();
  }

  /** Begins a session and gives its secret, for the cookie. */
  public String begin(Token token) {
    var now = clock.instant();
    jdbc.sql("delete from session where expires_at < ?").param(Timestamp.from(now)).update();
    var secret = Secrets.create("acs_");
    jdbc.sql(
            "insert into session (secret_hash, token_id, created_at, expires_at) values (?, ?, ?, ?)")
        .param(Secrets.hash(secret))
        .param(token.id())
        .param(Timestamp.from(now))
        .param(Timestamp.from(now.plus(LENGTH)))
        .update();
    return secret;
  }

  /** The token behind a session that has not ended. */
  public Optional<Token> find(String secret) {
    return jdbc.sql(
            """
            select t.id, t.name, t.created_at, t.last_used_at from session s
            join token t on t.id = s.token_id where s.secret_hash = ? and s.expires_at > ?
            """)
        .param(Secrets.hash(secret))
        .param(Timestamp.from(clock.instant()))
        .query(Tokens::token)
        .optional();
  }

  /** Ends a session; one that is not there is no error. */
  public void end(String secret) {
    jdbc.sql("delete from session where secret_hash = ?").param(Secrets.hash(secret)).update();
  }
}
