package com.aftercall.access.openid;

import com.aftercall.access.AccessSettings;
import com.aftercall.access.AccessSettings.OpenIdProvider;
import com.aftercall.access.Sessions.Origin;
import com.aftercall.access.SignIns;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Signs people in with OpenID Connect: authorization code with PKCE (RFC 7636), state and nonce.
 * What has begun is in the database, so the browser may come back to another node.
 */
@Component
public class OpenIdSignIns {

  private static final Logger log = LoggerFactory.getLogger(OpenIdSignIns.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Long enough to type a password and a second factor. */
  private static final Duration ATTEMPT = Duration.ofMinutes(10);

  private static final Duration KEEP_DESCRIPTION = Duration.ofHours(1);

  private final AccessSettings settings;
  private final SignIns signIns;
  private final VouchedUsers users;
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  OpenIdSignIns(
      AccessSettings settings,
      SignIns signIns,
      VouchedUsers users,
      JdbcClient jdbc,
      InstantSource clock) {
    this.settings = settings;
    this.signIns = signIns;
    this.users = users;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Known(ProviderConnection connection, Instant until) {}

  private record Attempt(String nonce, String verifier, String next) {}

  /**
   * Where to send the browser.
   *
   * @param address at the provider
   * @param state to be kept in a cookie, so that nobody else's sign-in is finished in this browser
   */
  public record Begun(String address, String state) {

    /** Leaves the state out. */
    @Override
    public String toString() {
      return "Begun";
    }
  }

  /**
   * A sign-in that is done.
   *
   * @param outcome in or not
   * @param next path of the page to go to
   */
  public record Finished(SignIns.Outcome outcome, String next) {}

  /** The provider with this id. */
  public Optional<OpenIdProvider> provider(String id) {
    return Optional.ofNullable(settings.openid().get(id));
  }

  /** Begins a sign-in. */
  public Begun begin(String id, String redirectUri, String next) throws SignInFailed {
    var provider = provider(id).orElseThrow();
    var endpoint = connection(id, provider).authorizationEndpoint();
    var state = random();
    var attempt = new Attempt(random(), random(), next);
    keep(id, state, attempt);
    var query =
        "response_type=code&client_id=%s&redirect_uri=%s&scope=%s&state=%s&nonce=%s&code_challenge=%s&code_challenge_method=S256"
            .formatted(
                ProviderConnection.encoded(provider.clientId()),
                ProviderConnection.encoded(redirectUri),
                ProviderConnection.encoded(String.join(" ", provider.scopes())),
                state,
                attempt.nonce(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(attempt.verifier())));
    return new Begun(endpoint + (endpoint.contains("?") ? "&" : "?") + query, state);
  }

  private void keep(String id, String state, Attempt attempt) {
    var now = clock.instant();
    jdbc.sql("delete from openid_attempt where expires_at < ?").param(Timestamp.from(now)).update();
    jdbc.sql(
            """
            insert into openid_attempt (state_hash, provider, nonce, verifier, next, expires_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(sha256(state))
        .param(id)
        .param(attempt.nonce())
        .param(attempt.verifier())
        .param(attempt.next())
        .param(Timestamp.from(now.plus(ATTEMPT)))
        .update();
  }

  /**
   * Finishes a sign-in, once.
   *
   * @param state as the provider sent it back
   * @param code as the provider gave it to the browser
   */
  public Finished finish(String id, String state, String code, String redirectUri, Origin origin)
      throws SignInFailed {
    var provider = provider(id).orElseThrow();
    var attempt =
        redeem(id, state)
            .orElseThrow(
                () -> new SignInFailed("This sign-in took too long or is done. Begin again."));
    try {
      var connection = connection(id, provider);
      var answer = connection.exchange(code, attempt.verifier(), redirectUri);
      var claims = connection.verified(answer.path("id_token").asString(""));
      check(provider, claims, attempt.nonce());
      var more = connection.userInfo(answer.path("access_token").asString(""));
      var identity = identity(provider, claims, more);
      var user = users.find(id, provider, identity);
      return new Finished(
          signIns.byProvider(user, new Origin(origin.address(), origin.browser(), id)),
          attempt.next());
    } catch (SignInFailed e) {
      signIns.refusedByProvider(origin);
      log.warn("A sign-in with {} failed. {}", id, e.sentence());
      throw e;
    }
  }

  private Optional<Attempt> redeem(String id, String state) {
    return jdbc.sql(
            """
            delete from openid_attempt where state_hash = ? and provider = ? and expires_at > ?
            returning nonce, verifier, next
            """)
        .param(sha256(state))
        .param(id)
        .param(Timestamp.from(clock.instant()))
        .query((row, number) -> new Attempt(row.getString(1), row.getString(2), row.getString(3)))
        .optional();
  }

  /** OpenID Connect Core 3.1.3.7. */
  private void check(OpenIdProvider provider, JWTClaimsSet claims, String nonce)
      throws SignInFailed {
    var expires = claims.getExpirationTime();
    var now = clock.instant();
    if (!provider.issuer().toString().equals(claims.getIssuer())
        || !claims.getAudience().contains(provider.clientId())
        || !isForUs(provider, claims)) {
      throw new SignInFailed("The provider's statement is not for this server.");
    }
    if (expires == null || !expires.toInstant().plusSeconds(60).isAfter(now)) {
      throw new SignInFailed("The provider's statement is too old; is a clock wrong?");
    }
    if (!nonce.equals(claims.getClaim("nonce"))) {
      throw new SignInFailed("The provider's statement belongs to another sign-in.");
    }
    if (claims.getSubject() == null || claims.getSubject().isBlank()) {
      throw new SignInFailed("The provider's statement names nobody.");
    }
  }

  private static boolean isForUs(OpenIdProvider provider, JWTClaimsSet claims) {
    var party = claims.getClaim("azp");
    return party == null ? claims.getAudience().size() == 1 : provider.clientId().equals(party);
  }

  private static Identity identity(OpenIdProvider provider, JWTClaimsSet claims, JsonNode more)
      throws SignInFailed {
    var subject = more.path("sub").asString(claims.getSubject());
    if (!subject.equals(claims.getSubject())) {
      throw new SignInFailed("The provider tells of two different users.");
    }
    return Identity.of(provider, claims, more);
  }

  private ProviderConnection connection(String id, OpenIdProvider provider) throws SignInFailed {
    var found = known.get(id);
    if (found != null && clock.instant().isBefore(found.until())) {
      return found.connection();
    }
    var connection = ProviderConnection.open(provider);
    known.put(id, new Known(connection, clock.instant().plus(KEEP_DESCRIPTION)));
    return connection;
  }

  private static String random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
