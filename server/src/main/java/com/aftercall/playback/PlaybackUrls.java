package com.aftercall.playback;

import com.aftercall.contact.ContactId;
import com.aftercall.recording.Recording;
import com.aftercall.recording.Recordings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes and checks playback URLs: HMAC-SHA256 over contact id and end time, with a key that all
 * nodes share through the database.
 */
@Component
public class PlaybackUrls {

  /** Long enough for one sitting; the console asks for another before it ends. */
  static final Duration LIFETIME = Duration.ofMinutes(60);

  private final Recordings recordings;
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private volatile byte @Nullable [] key;

  PlaybackUrls(Recordings recordings, JdbcClient jdbc, InstantSource clock) {
    this.recordings = recordings;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A link to the contact's recording, or empty if it has none. */
  public Optional<PlaybackUrl> create(ContactId contact) {
    return recordings.find(contact).map(recording -> create(recording.contact(), clock.instant()));
  }

  private PlaybackUrl create(ContactId contact, Instant now) {
    var expiresAt = Instant.ofEpochSecond(now.plus(LIFETIME).getEpochSecond());
    var path = URLEncoder.encode(contact.value(), StandardCharsets.UTF_8).replace("+", "%20");
    return new PlaybackUrl(
        "/media/%s?Expires=%d&Signature=%s"
            .formatted(
                path,
                expiresAt.getEpochSecond(),
                Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(sign(contact, expiresAt.getEpochSecond()))),
        expiresAt);
  }

  /**
   * The recording that a link gives access to; empty if the signature is wrong or its time is over.
   *
   * @param expires seconds since the epoch, as in the link
   * @param signature as in the link
   */
  public Optional<Recording> open(ContactId contact, long expires, String signature) {
    if (expires < clock.instant().getEpochSecond()) {
      return Optional.empty();
    }
    byte[] given;
    try {
      given = Base64.getUrlDecoder().decode(signature);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return MessageDigest.isEqual(given, sign(contact, expires))
        ? recordings.find(contact)
        : Optional.empty();
  }

  private byte[] sign(ContactId contact, long expires) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(), "HmacSHA256"));
      // The time first: its digits end at the first character that is none.
      return mac.doFinal((expires + " " + contact.value()).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private byte[] key() {
    var known = key;
    if (known == null) {
      known = loadOrMakeKey();
      key = known;
    }
    return known;
  }

  /** The oldest key wins, so two nodes that start at once agree. */
  private byte[] loadOrMakeKey() {
    var fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    jdbc.sql(
            """
            insert into playback_key (secret, created_at) select ?, ?
            where not exists (select from playback_key)
            """)
        .params(fresh, Timestamp.from(clock.instant()))
        .update();
    return jdbc.sql("select secret from playback_key order by id limit 1")
        .query((row, number) -> row.getBytes(1))
        .single();
  }
}
