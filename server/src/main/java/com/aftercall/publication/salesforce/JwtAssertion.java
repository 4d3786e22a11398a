package com.aftercall.publication.salesforce;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The signed statement of RFC 7523 with which a server logs in for a user. */
final class JwtAssertion {

  /** Salesforce refuses one that is good for more than three minutes after its own time. */
  private static final Duration LIFETIME = Duration.ofMinutes(2);

  private static final JsonMapper JSON = JsonMapper.shared();

  private JwtAssertion() {}

  static String signed(
      String consumerKey, String username, String audience, Instant now, PrivateKey key) {
    var claims =
        new TreeMap<String, Object>(
            Map.of(
                "iss", consumerKey,
                "sub", username,
                "aud", audience,
                "exp", now.plus(LIFETIME).getEpochSecond()));
    var content = part(Map.of("alg", "RS256")) + "." + part(claims);
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it does not sign: " + e.getClass().getSimpleName(), e);
    }
  }

  private static String part(Map<String, ?> values) {
    return encoded(JSON.writeValueAsBytes(values));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
