package com.aftercall.playback;

import com.aftercall.failure.AftercallException;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.secrets.Credentials;
import com.aftercall.secrets.LinkKey;
import com.aftercall.secrets.Sealing;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The key group. The key in the operator's secret signs; without one we make keys of our own and
 * change them from time to time. A key is trusted until the last link that it signed has ended.
 */
@Repository
public class SigningKeys implements KeyGroup {

  private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ID_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  /** CloudFront's ids of public keys: K and 13 characters. */
  private static final int ID_LENGTH = 13;

  /** Spares a write for each link. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Credentials credentials;
  private final PlaybackSettings settings;
  private final InstantSource clock;
  private final Map<String, PrivateKey> opened = new ConcurrentHashMap<>();

  SigningKeys(
      JdbcClient jdbc,
      Sealing sealing,
      Credentials credentials,
      PlaybackSettings settings,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.credentials = credentials;
    this.settings = settings;
    this.clock = clock;
  }

  /** All keys that are trusted, newest first. */
  public List<SigningKey> all() {
    return jdbc.sql(
            """
            select id, sealed_private_key is not null as own, created_at, trusted_until
            from signing_key where trusted_until > ? order by created_at desc, id
            """)
        .param(Timestamp.from(clock.instant()))
        .query(
            (row, number) ->
                new SigningKey(
                    row.getString("id"),
                    row.getBoolean("own"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getTimestamp("trusted_until").toInstant()))
        .list();
  }

  /**
   * Ends all links that a key signed; false if there is none. The key in the secret comes back with
   * the next link, unless the secret was changed first.
   */
  public boolean retire(String id) {
    opened.remove(id);
    return jdbc.sql("delete from signing_key where id = ?").param(id).update() > 0;
  }

  @Override
  public Optional<PublicKey> find(String keyPairId) {
    return jdbc.sql("select public_key from signing_key where id = ? and trusted_until > ?")
        .params(keyPairId, Timestamp.from(clock.instant()))
        .query((row, number) -> publicKey(row.getBytes(1)))
        .optional()
        .or(() -> inSecret(keyPairId));
  }

  /** Others may sign with the same key, before we ever did. */
  private Optional<PublicKey> inSecret(String keyPairId) {
    try {
      return credentials
          .read()
          .linkKey()
          .filter(key -> key.id().equals(keyPairId))
          .map(LinkKey::publicKey);
    } catch (AftercallException e) {
      log.warn("A link could not be checked against the key in the secret. {}", e.sentence());
      return Optional.empty();
    }
  }

  /**
   * Signs with the key that is due.
   *
   * @param linksEnd until when it will be trusted at least
   * @throws PermanentException if a distribution is to serve and the secret has no key for it
   */
  UrlSigner signer(Instant linksEnd) {
    var inSecret = credentials.read().linkKey();
    if (inSecret.isPresent()) {
      trust(inSecret.get(), linksEnd);
      return signer(inSecret.get().id(), inSecret.get().privateKey());
    }
    if (settings.isServedByDistribution()) {
      throw new PermanentException(
          FailureCode.CREDENTIALS_INVALID,
          "links for the CloudFront distribution need the fields CloudFrontPrivateKey and"
              + " CloudFrontAccessKeyID of the secret %s".formatted(credentials.place()));
    }
    return own().orElseGet(this::create);
  }

  private UrlSigner signer(String id, PrivateKey key) {
    return new UrlSigner(id, key, settings.hash());
  }

  private void trust(LinkKey key, Instant linksEnd) {
    jdbc.sql(
            """
            insert into signing_key (id, public_key, created_at, trusted_until) values (?, ?, ?, ?)
            on conflict (id) do update set public_key = excluded.public_key,
                sealed_private_key = null, signs_until = null,
                trusted_until = greatest(signing_key.trusted_until, excluded.trusted_until)
            where signing_key.trusted_until < ? or signing_key.public_key <> excluded.public_key
            """)
        .params(
            key.id(),
            key.publicKey().getEncoded(),
            Timestamp.from(clock.instant()),
            Timestamp.from(linksEnd.plus(AHEAD)),
            Timestamp.from(linksEnd))
        .update();
  }

  private Optional<UrlSigner> own() {
    return jdbc
        .sql(
            """
            select id, sealed_private_key from signing_key
            where sealed_private_key is not null and signs_until > ?
            order by created_at desc, id
            """)
        .param(Timestamp.from(clock.instant()))
        .query((row, number) -> Map.entry(row.getString(1), row.getBytes(2)))
        .list()
        .stream()
        .flatMap(row -> open(row.getKey(), row.getValue()).stream())
        .findFirst();
  }

  private Optional<UrlSigner> open(String id, byte[] privateKey) {
    try {
      var key =
          opened.computeIfAbsent(
              id, unopened -> privateKey(sealing.open("the signing key " + id, privateKey)));
      return Optional.of(signer(id, key));
    } catch (PermanentException e) {
      log.warn("{} Links are signed with another key meanwhile.", e.sentence());
      return Optional.empty();
    }
  }

  private UrlSigner create() {
    var id =
        RANDOM
            .ints(ID_LENGTH, 0, ID_CHARACTERS.length())
            .mapToObj(place -> ID_CHARACTERS.substring(place, place + 1))
            .collect(Collectors.joining("", "K", ""));
    var pair = pair();
    var now = clock.instant();
    var signsUntil = now.plus(settings.keyRotation());
    jdbc.sql(
            """
            insert into signing_key
                (id, public_key, sealed_private_key, created_at, signs_until, trusted_until)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            pair.getPublic().getEncoded(),
            sealing.seal("the signing key " + id, pair.getPrivate().getEncoded()),
            Timestamp.from(now),
            Timestamp.from(signsUntil),
            Timestamp.from(signsUntil.plus(settings.linkLifetime()).plus(AHEAD)))
        .update();
    opened.put(id, pair.getPrivate());
    log.info("Made the key {} to sign links to recordings with until {}", id, signsUntil);
    return signer(id, pair.getPrivate());
  }

  private static KeyPair pair() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }

  /** Of the kind that it says it is; Java wants to be told. */
  private static PublicKey publicKey(byte[] encoded) {
    var spec = new X509EncodedKeySpec(encoded);
    try {
      return KeyFactory.getInstance("RSA").generatePublic(spec);
    } catch (InvalidKeySpecException e) {
      return elliptic(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }

  private static PublicKey elliptic(X509EncodedKeySpec spec) {
    try {
      return KeyFactory.getInstance("EC").generatePublic(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the table of signing keys holds something else", e);
    }
  }

  private static PrivateKey privateKey(byte[] encoded) {
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the table of signing keys holds something else", e);
    }
  }
}
