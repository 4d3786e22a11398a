package com.aftercall;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenID Connect provider that checks what it is sent (client, redirect URI, PKCE, that a code
 * comes once) and signs with keys of its own.
 */
final class OpenIdDouble {

  static final String CLIENT = "aftercall-test";
  static final String SECRET = "a secret: with+odd/characters";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final OpenIdDouble INSTANCE = new OpenIdDouble();

  private final HttpServer server;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final RSAKey published;
  private final RSAKey stranger;
  private volatile boolean signsWithStranger;
  private volatile UnaryOperator<JWTClaimsSet.Builder> change = UnaryOperator.identity();

  private OpenIdDouble() {
    try {
      published = new RSAKeyGenerator(2048).keyID("one").generate();
      stranger = new RSAKeyGenerator(2048).keyID("one").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (JOSEException | IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext(
        "/keys", x -> answer(x, 200, new JWKSet(published.toPublicJWK()).toString()));
    server.createContext("/token", this::exchange);
    server.start();
  }

  static OpenIdDouble get() {
    return INSTANCE;
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What the next statements hold beside the usual. */
  void claims(UnaryOperator<JWTClaimsSet.Builder> changed) {
    change = changed;
    signsWithStranger = false;
  }

  void signWithAKeyThatIsNotPublished() {
    signsWithStranger = true;
  }

  /** What a browser does there: signs in and is sent back with a code. */
  String signIn(String address) {
    var query = form(address.substring(address.indexOf('?') + 1));
    var code = "code-of-the-double-" + codes.size();
    codes.put(code, query);
    return "code=%s&state=%s".formatted(code, query.get("state"));
  }

  private void describe(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        JSON.writeValueAsString(
            Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys")));
  }

  private void exchange(HttpExchange exchange) throws IOException {
    var sent = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var begun = codes.remove(sent.getOrDefault("code", ""));
    if (begun == null || !isRight(sent, begun) || !isClient(exchange)) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    answer(
        exchange,
        200,
        JSON.writeValueAsString(
            Map.of("id_token", statement(begun.getOrDefault("nonce", "")), "access_token", "x")));
  }

  private static boolean isRight(Map<String, String> sent, Map<String, String> begun) {
    return "authorization_code".equals(sent.get("grant_type"))
        && "S256".equals(begun.get("code_challenge_method"))
        && challenge(sent.getOrDefault("code_verifier", "")).equals(begun.get("code_challenge"))
        && begun.getOrDefault("redirect_uri", "none").equals(sent.get("redirect_uri"))
        && CLIENT.equals(begun.get("client_id"))
        && begun.getOrDefault("scope", "").contains("openid");
  }

  /** RFC 6749, 2.3.1: both parts are encoded as in forms first. */
  private static boolean isClient(HttpExchange exchange) {
    var header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    var decoded =
        new String(
            Base64.getDecoder().decode(header.replace("Basic ", "")), StandardCharsets.UTF_8);
    return Arrays.stream(decoded.split(":", 2))
        .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
        .toList()
        .equals(java.util.List.of(CLIENT, SECRET));
  }

  private String statement(String nonce) {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("nonce", nonce);
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
            change.apply(claims).build());
    try {
      jwt.sign(new RSASSASigner(signsWithStranger ? stranger : published));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jwt.serialize();
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(String text) {
    return Arrays.stream(text.split("&"))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
  }

  private static void answer(HttpExchange exchange, int status, String body) {
    try (exchange) {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
