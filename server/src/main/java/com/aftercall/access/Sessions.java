package com.aftercall.access;

import com.aftercall.access.Caller.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sign-ins from browsers. Each hangs on a user or a token and ends with it. */
@Repository
public class Sessions {

  /** A working day. */
  public static final Duration LENGTH = Duration.ofHours(12);

  /** Long enough to click on a link in a terminal. */
  static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

  /** Long enough to be sent to a new user. */
  static final Duration USER_CODE_LIFETIME = Duration.ofDays(1);

  private static final int MOST_LISTED = 1_000;

  private static final String LISTED =
      """
      select s.*, coalesce(u.display_name, u.user_name, t.name) as name from session s
      left join app_user u on u.id = s.user_id left join token t on t.id = s.token_id
      where s.expires_at > :now
      """;

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

  /**
   * Whom a sign-in is for.
   *
   * @param kind user or token
   * @param id of it
   */
  public record Owner(Kind kind, String id) {

    @Nullable String tokenId() {
      return kind == Kind.TOKEN ? id : null;
    }

    @Nullable String userId() {
      return kind == Kind.USER ? id : null;
    }

    static Owner of(@Nullable String tokenId, @Nullable String userId) {
      return userId == null
          ? new Owner(Kind.TOKEN, String.valueOf(tokenId))
          : new Owner(Kind.USER, userId);
    }
  }

  /**
   * From where a sign-in came.
   *
   * @param address of the network
   * @param browser what it calls itself, cut to 200 characters
   * @param provider that vouched for the user, or null
   */
  public record Origin(
      @Nullable String address, @Nullable String browser, @Nullable String provider) {

    /** Cuts what browsers may write at any length. */
    public Origin {
      browser = browser == null || browser.length() <= 200 ? browser : browser.substring(0, 200);
    }
  }

  /** What is known of a sign-in that has not ended; one of the two ids is there. */
  record Row(String id, @Nullable String tokenId, @Nullable String userId) {}

  /**
   * A sign-in as it is shown.
   *
   * @param id names it; not secret
   * @param owner whose it is
   * @param name of the owner
   * @param createdAt when it began
   * @param lastUsedAt to the minute
   * @param expiresAt when it ends by itself
   * @param origin from where it came
   */
  public record SignIn(
      String id,
      Owner owner,
      String name,
      Instant createdAt,
      Instant lastUsedAt,
      Instant expiresAt,
      Origin origin) {}

  /** Makes a one-time code; tidies expired ones away. */
  public Code createCode(Owner owner) {
    var now = clock.instant();
    jdbc.sql("delete from sign_in_code where expires_at < ?").param(Timestamp.from(now)).update();
    var lifetime = owner.kind() == Kind.USER ? USER_CODE_LIFETIME : CODE_LIFETIME;
    var code = new Code(Secrets.create(""), now.plus(lifetime));
    jdbc.sql(
            "insert into sign_in_code (secret_hash, token_id, user_id, expires_at) values (?, ?, ?, ?)")
        .param(Secrets.hash(code.code()))
        .param(owner.tokenId())
        .param(owner.userId())
        .param(Timestamp.from(code.expiresAt()))
        .update();
    return code;
  }

  /** Whom a code stands for; the code is used up. */
  Optional<Owner> redeem(String code) {
    return jdbc.sql(
            """
            delete from sign_in_code where secret_hash = ? and expires_at > ?
            returning token_id, user_id
            """)
        .param(Secrets.hash(code))
        .param(Timestamp.from(clock.instant()))
        .query((row, number) -> Owner.of(row.getString(1), row.getString(2)))
        .optional();
  }

  /** Begins a session and gives its secret, for the cookie. */
  public String begin(Owner owner, Origin origin) {
    var now = clock.instant();
    jdbc.sql("delete from session where expires_at < ?").param(Timestamp.from(now)).update();
    var secret = Secrets.create("acs_");
    jdbc.sql(
            """
            insert into session (secret_hash, token_id, user_id, created_at, last_used_at, expires_at,
                address, browser, provider)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(Secrets.hash(secret))
        .param(owner.tokenId())
        .param(owner.userId())
        .param(Timestamp.from(now))
        .param(Timestamp.from(now))
        .param(Timestamp.from(now.plus(LENGTH)))
        .param(origin.address())
        .param(origin.browser())
        .param(origin.provider())
        .update();
    return secret;
  }

  /** The session with this secret, if it has not ended; notes that it is used. */
  Optional<Row> find(String secret) {
    var hash = Secrets.hash(secret);
    var now = clock.instant();
    var found = find("secret_hash", hash);
    if (found.isPresent()) {
      jdbc.sql("update session set last_used_at = ? where secret_hash = ? and last_used_at < ?")
          .param(Timestamp.from(now))
          .param(hash)
          .param(Timestamp.from(now.minusSeconds(60)))
          .update();
    }
    return found;
  }

  Optional<Row> findById(String id) {
    return find("id", id);
  }

  private Optional<Row> find(String column, Object value) {
    return jdbc.sql(
            "select id, token_id, user_id from session where %s = ? and expires_at > ?"
                .formatted(column))
        .param(value)
        .param(Timestamp.from(clock.instant()))
        .query(
            (row, number) ->
                new Row(row.getString("id"), row.getString("token_id"), row.getString("user_id")))
        .optional();
  }

  /** Everybody's, last used first. */
  public List<SignIn> all() {
    return jdbc.sql(LISTED + " order by s.last_used_at desc, s.id limit :most")
        .param("now", Timestamp.from(clock.instant()))
        .param("most", MOST_LISTED)
        .query(Sessions::signIn)
        .list();
  }

  /** Those of one user or token. */
  public List<SignIn> of(String ownerId) {
    return jdbc.sql(
            LISTED
                + " and coalesce(s.user_id, s.token_id) = :owner order by s.last_used_at desc, s.id limit :most")
        .param("now", Timestamp.from(clock.instant()))
        .param("owner", ownerId)
        .param("most", MOST_LISTED)
        .query(Sessions::signIn)
        .list();
  }

  /** Ends a session; one that is not there is no error. */
  public void end(String secret) {
    jdbc.sql("delete from session where secret_hash = ?").param(Secrets.hash(secret)).update();
  }

  /** Ends a session by what it is shown as, if it is the owner's; null for whosever it is. */
  public boolean endById(String id, @Nullable String ownerId) {
    return jdbc.sql(
                """
                delete from session where id = :id
                    and (cast(:owner as text) is null or coalesce(user_id, token_id) = :owner)
                """)
            .param("id", id)
            .param("owner", ownerId)
            .update()
        > 0;
  }

  /** Ends a user's sessions and embed links, but one session if it is named. */
  void endOf(String userId, @Nullable String exceptSignIn) {
    jdbc.sql(
            """
            delete from session where user_id = :user
                and (cast(:except as text) is null or 'session.' || id <> :except)
            """)
        .param("user", userId)
        .param("except", exceptSignIn)
        .update();
    jdbc.sql("delete from embed_token where user_id = ?").param(userId).update();
  }

  private static SignIn signIn(ResultSet row, int number) throws SQLException {
    return new SignIn(
        row.getString("id"),
        Owner.of(row.getString("token_id"), row.getString("user_id")),
        row.getString("name"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("last_used_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        new Origin(row.getString("address"), row.getString("browser"), row.getString("provider")));
  }
}
