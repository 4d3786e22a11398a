package com.aftercall.playback;

import com.aftercall.access.Caller;
import com.aftercall.access.Callers;
import com.aftercall.access.ContactRights;
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
 * Makes and checks playback URLs: HMAC-SHA256 over contact id, sign-in and end time, with a key
 * that all nodes share through the database.
 */
@Component
public class PlaybackUrls {

  /** Long enough for one sitting; the console asks for another before it ends. */
  static final Duration LIFETIME = Duration.ofMinutes(60);

  private final Recordings recordings;
  private final Callers callers;
  private final ContactRights rights;
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private volatile byte @Nullable [] key;

  PlaybackUrls(
      Recordings recordings,
      Callers callers,
      ContactRights rights,
      JdbcClient jdbc,
      InstantSource clock) {
    this.recordings = recordings;
    this.callers = callers;
    this.rights = rights;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A link to the contact's recording, or empty if it has none. It ends with the sign-in of the
   * caller, and when he may not listen any more.
   *
   * @throws org.springframework.web.server.ResponseStatusException with status 403 if the caller
   *     may not hear it, such as one that is not redacted
   */
  public Optional<PlaybackUrl> create(Caller caller, ContactId contact) {
    var found = recordings.find(contact);
    found.ifPresent(
        recording -> rights.requireHearing(caller, contact.value(), recording.redacted()));
    return found.map(recording -> create(caller.signIn(), recording.contact(), clock.instant()));
  }

  private PlaybackUrl create(String signIn, ContactId contact, Instant now) {
    var expiresAt = Instant.ofEpochSecond(now.plus(LIFETIME).getEpochSecond());
    var path = URLEncoder.encode(contact.value(), StandardCharsets.UTF_8).replace("+", "%20");
    return new PlaybackUrl(
        "/media/%s?Expires=%d&By=%s&Signature=%s"
            .formatted(
                path,
                expiresAt.getEpochSecond(),
                signIn,
                Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(sign(contact, signIn, expiresAt.getEpochSecond()))),
        expiresAt);
  }

  /**
   * What a link opens.
   *
   * @param recording whose bytes may flow
   * @param caller by whom the link was made
   */
  public record Opened(Recording recording, Caller caller) {}

  /**
   * Whether a link was made here and its time is not over.
   *
   * @param expires seconds since the epoch, as in the link
   * @param signIn as in the link
   * @param signature as in the link
   */
  public boolean isGenuine(ContactId contact, long expires, String signIn, String signature) {
    if (expires < clock.instant().getEpochSecond()) {
      return false;
    }
    byte[] given;
    try {
      given = Base64.getUrlDecoder().decode(signature);
    } catch (IllegalArgumentException e) {
      return false;
    }
    return MessageDigest.isEqual(given, sign(contact, signIn, expires));
  }

  /**
   * What a genuine link gives access to; empty if whoever made it has signed out or may not hear
   * this recording now, which may be another than when the link was made, or if it is gone.
   *
   * @param signIn as in the link
   */
  public Optional<Opened> open(ContactId contact, String signIn) {
    return callers
        .find(signIn)
        .flatMap(caller -> recordings.find(contact).map(found -> new Opened(found, caller)))
        .filter(
            opened ->
                rights.mayHear(opened.caller(), contact.value(), opened.recording().redacted()));
  }

  private byte[] sign(ContactId contact, String signIn, long expires) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(), "HmacSHA256"));
      // Time and sign-in first: neither holds a space, so nothing can be moved into the contact id.
      return mac.doFinal(
          "%d %s %s".formatted(expires, signIn, contact.value()).getBytes(StandardCharsets.UTF_8));
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
