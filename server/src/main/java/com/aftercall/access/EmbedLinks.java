package com.aftercall.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tokens that are good for reading one contact, to be carried in a link. Each hangs on whoever made
 * it, allows at most what he may do at that time, and ends with him, or by time.
 */
@Repository
public class EmbedLinks {

  static final String PREFIX = "ace_";

  /** Of what the maker may do, what a page that shows one contact has use for. */
  static final Set<Permission> RIGHTS =
      Set.copyOf(
          EnumSet.of(
              Permission.LISTEN,
              Permission.READ_TRANSCRIPT,
              Permission.DOWNLOAD,
              Permission.UNREDACTED));

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

  /** What is known of a link that has not ended; one of the two ids is there. */
  record Row(String id, @Nullable String tokenId, @Nullable String userId, String contactId) {}

  /** Makes a token for a contact; tidies expired ones away. */
  public Created create(Caller maker, String contactId) {
    var now = clock.instant();
    jdbc.sql("delete from embed_token where expires_at < ?").param(Timestamp.from(now)).update();
    var expiresAt = Instant.ofEpochSecond(now.plus(settings.lifetime()).getEpochSecond());
    var created = new Created(Secrets.create(PREFIX), expiresAt);
    var isUser = maker.kind() == Caller.Kind.USER;
    jdbc.sql(
            """
            insert into embed_token (secret_hash, token_id, user_id, contact_id, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(Secrets.hash(created.secret()))
        .param(isUser ? null : maker.getName())
        .param(isUser ? maker.getName() : null)
        .param(contactId)
        .param(Timestamp.from(now))
        .param(Timestamp.from(expiresAt))
        .update();
    return created;
  }

  /** The link with this secret; empty if it is not known or has ended. */
  Optional<Row> find(String secret) {
    return find("secret_hash", Secrets.hash(secret));
  }

  Optional<Row> findById(String id) {
    return find("id", id);
  }

  private Optional<Row> find(String column, Object value) {
    return jdbc.sql(
            "select id, token_id, user_id, contact_id from embed_token where %s = ? and expires_at > ?"
                .formatted(column))
        .param(value)
        .param(Timestamp.from(clock.instant()))
        .query(
            (row, number) ->
                new Row(
                    row.getString("id"),
                    row.getString("token_id"),
                    row.getString("user_id"),
                    row.getString("contact_id")))
        .optional();
  }
}
