package com.aftercall.access;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords, on all nodes at once: after some wrong ones in a row the
 * next attempt has to wait, twice as long each time, at most a quarter of an hour. Names and
 * addresses count apart, so that nobody guesses one password for all names either.
 */
@Component
class SignInThrottle {

  private static final int FREE_BY_NAME = 5;
  private static final int FREE_BY_ADDRESS = 20;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** Then what was wrong before is forgotten. */
  private static final Duration FORGET = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  SignInThrottle(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Failures(int count, Instant lastAt) {}

  /** How long this name from this address has to wait; zero if not at all. */
  Duration waiting(String userName, @Nullable String address) {
    var byName = waiting(name(userName), FREE_BY_NAME);
    var byAddress = waiting(address(address), FREE_BY_ADDRESS);
    return byName.compareTo(byAddress) > 0 ? byName : byAddress;
  }

  private Duration waiting(byte[] key, int free) {
    var now = clock.instant();
    return jdbc.sql("select failures, last_at from sign_in_attempt where key = ? and last_at > ?")
        .param(key)
        .param(Timestamp.from(now.minus(FORGET)))
        .query(
            (row, number) ->
                new Failures(row.getInt("failures"), row.getTimestamp("last_at").toInstant()))
        .optional()
        .filter(failures -> failures.count() >= free)
        .map(failures -> Duration.between(now, failures.lastAt().plus(pause(failures, free))))
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }

  private static Duration pause(Failures failures, int free) {
    var doubled = Math.min(failures.count() - free, 20);
    var pause = Duration.ofSeconds(1L << doubled);
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }

  void noteFailure(String userName, @Nullable String address) {
    note(name(userName));
    note(address(address));
  }

  private void note(byte[] key) {
    var now = clock.instant();
    jdbc.sql("delete from sign_in_attempt where last_at < ?")
        .param(Timestamp.from(now.minus(FORGET)))
        .update();
    jdbc.sql(
            """
            insert into sign_in_attempt (key, failures, last_at) values (?, 1, ?)
            on conflict (key) do update
            set failures = sign_in_attempt.failures + 1, last_at = excluded.last_at
            """)
        .param(key)
        .param(Timestamp.from(now))
        .update();
  }

  /** The address goes on counting: else who knows one password could guess others for ever. */
  void noteSuccess(String userName) {
    jdbc.sql("delete from sign_in_attempt where key = ?").param(name(userName)).update();
  }

  private static byte[] name(String userName) {
    return Secrets.hash("name " + userName.strip().toLowerCase(Locale.ROOT));
  }

  private static byte[] address(@Nullable String address) {
    return Secrets.hash("address " + address);
  }
}
