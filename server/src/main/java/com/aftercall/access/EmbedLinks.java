package com.aftercall.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tokens that are good for reading one contact, to be carried in a link. Each hangs on the token of
 * whoever made it and ends with that, or by time.
 */
@Repository
public class EmbedLinks {

  static final String PREFIX = "ace_";

  private final JdbcClient jdbc;
  private final EmbedSettings settings;
  private final InstantSource clock;

  EmbedLinks(JdbcClient jdbc, EmbedSettings settings, InstantSource clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A token for one contact.
   *
   * @param secret to be handed over once and not kept
   * @param expiresAt not good after this; whole seconds
   */
  public record Created(String secret, Instant expiresAt) {

    /** Leaves the secret out. */
    @Override
    public String toString() {
      return "Created[until %s]".formatted(expiresAt);
    }
  }

  /** Makes a token for a contact; tidies expired ones away. */
  public Created create(Token maker, String contactId) {
    var now = clock.instant();
    jdbc.sql("delete from embed_token where expires_at < ?").param(Timestamp.from(now)).update();
    var expiresAt = Instant.ofEpochSecond(now.plus(settings.lifetime()).getEpochSecond());
    var created = new Created(Secrets.create(PREFIX), expiresAt);
    jdbc.sql(
            """
            insert into embed_token (secret_hash, token_id, contact_id, created_at, expires_at)
            values (?, ?, ?, ?, ?)
            """)
        .param(Secrets.hash(created.secret()))
        .param(maker.id())
        .param(contactId)
        .param(Timestamp.from(now))
        .param(Timestamp.from(expiresAt))
        .update();
    return created;
  }

  /** What a token of this kind is good for; empty if it is not known or has ended. */
  Optional<Caller> find(String secret) {
    return jdbc.sql(
            """
            select contact_id, created_at from embed_token where secret_hash = ? and expires_at > ?
            """)
        .param(Secrets.hash(secret))
        .param(Timestamp.from(clock.instant()))
        .query(
            (row, number) ->
                Caller.ofEmbedLink(
                    row.getString("contact_id"), row.getTimestamp("created_at").toInstant()))
        .optional();
  }
}
