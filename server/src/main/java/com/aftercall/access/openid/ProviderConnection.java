package com.aftercall.access.openid;

import com.aftercall.access.AccessSettings.OpenIdProvider;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to one provider: its description (OpenID Connect Discovery 1.0), its token endpoint and
 * its keys, which are asked for anew when a statement is signed with one that is not known.
 */
final class ProviderConnection {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** Signatures with a key pair; with a shared secret or none a statement proves too little. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LONGEST).build();
  private final OpenIdProvider provider;
  private final JsonNode description;
  private final DefaultJWTProcessor<SecurityContext> statements;

  private ProviderConnection(OpenIdProvider provider, JsonNode description, URI keys)
      throws MalformedURLException {
    this.provider = provider;
    this.description = description;
    JWKSource<SecurityContext> source =
        JWKSourceBuilder.create(keys.toURL()).rateLimited(false).retrying(true).build();
    this.statements = new DefaultJWTProcessor<>();
    statements.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source));
    // Checked with the clock of this server, see IdentityStatement.
    statements.setJWTClaimsSetVerifier((claims, context) -> {});
  }

  /** Asks the provider what it is. */
  static ProviderConnection open(OpenIdProvider provider) throws SignInFailed {
    var issuer = provider.issuer().toString();
    var address = URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration");
    try (var http = HttpClient.newBuilder().connectTimeout(LONGEST).build()) {
      var description = read(http, HttpRequest.newBuilder(address));
      if (!description.path("issuer").asString("").equals(issuer)) {
        throw new SignInFailed(
            "The provider calls itself otherwise than the configuration does; check its issuer.");
      }
      return new ProviderConnection(
          provider, description, URI.create(required(description, "jwks_uri")));
    } catch (IllegalArgumentException | MalformedURLException e) {
      throw new SignInFailed("The provider's description holds no usable addresses.", e);
    }
  }

  String authorizationEndpoint() throws SignInFailed {
    return required(description, "authorization_endpoint");
  }

  /** Hands in the code that the browser brought; gives the provider's answer. */
  JsonNode exchange(String code, String verifier, String redirectUri) throws SignInFailed {
    var form =
        new java.util.TreeMap<>(
            Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirectUri,
                "client_id", provider.clientId(),
                "code_verifier", verifier));
    var request =
        HttpRequest.newBuilder(URI.create(required(description, "token_endpoint")))
            .header("Content-Type", "application/x-www-form-urlencoded");
    var secret = provider.clientSecret();
    if (secret != null && prefersPost()) {
      form.put("client_secret", secret);
    } else if (secret != null) {
      request.header("Authorization", "Basic " + basic(provider.clientId(), secret));
    }
    return read(http, request.POST(BodyPublishers.ofString(encoded(form))));
  }

  /** What the provider tells of the user beside its statement; empty where it tells nothing. */
  JsonNode userInfo(String accessToken) throws SignInFailed {
    var address = description.path("userinfo_endpoint").asString("");
    return address.isEmpty() || accessToken.isEmpty()
        ? JSON.createObjectNode()
        : read(
            http,
            HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + accessToken));
  }

  /** The claims of a statement that one of the provider's keys signed. */
  JWTClaimsSet verified(String statement) throws SignInFailed {
    try {
      return statements.process(statement, null);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new SignInFailed("The provider's statement is not signed with a key of its own.", e);
    }
  }

  /** OpenID Connect Core 9: Basic unless the provider names others. */
  private boolean prefersPost() {
    var methods = description.path("token_endpoint_auth_methods_supported");
    return methods.isArray()
        && methods
            .valueStream()
            .noneMatch(method -> "client_secret_basic".equals(method.asString("")))
        && methods
            .valueStream()
            .anyMatch(method -> "client_secret_post".equals(method.asString("")));
  }

  private static String basic(String id, String secret) {
    return Base64.getEncoder()
        .encodeToString((encoded(id) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String required(JsonNode description, String name) throws SignInFailed {
    var value = description.path(name).asString("");
    if (value.isEmpty()) {
      throw new SignInFailed("The provider's description has no %s.".formatted(name));
    }
    return value;
  }

  private static JsonNode read(HttpClient http, HttpRequest.Builder request) throws SignInFailed {
    try {
      var answer =
          http.send(
              request.timeout(LONGEST).header("Accept", "application/json").build(),
              BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new SignInFailed(
            "The provider answered with status %d.".formatted(answer.statusCode()));
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new SignInFailed("The provider cannot be reached; try again later.", e);
    } catch (JacksonException e) {
      throw new SignInFailed("The provider's answer is no JSON.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SignInFailed("The server is stopping.", e);
    }
  }
}
