package com.aftercall.playback;

import com.aftercall.secrets.LinkKey;
import com.aftercall.secrets.RsaPrivateKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signed URLs that others made, and their key. */
final class Vectors {

  static final JsonNode CANNED = read("cloudfront-signed-urls.json");
  static final JsonNode CUSTOM = read("cloudfront-custom-policies.json");
  static final JsonNode ELLIPTIC = read("cloudfront-ecdsa.json");
  static final LinkKey ELLIPTIC_KEY =
      LinkKey.parse(
          ELLIPTIC.path("keyPairId").asString(), ELLIPTIC.path("privateKeyPkcs8").asString());
  static final String KEY_ID = CANNED.path("keyPairId").asString();
  static final RSAPrivateCrtKey KEY = RsaPrivateKeys.parse(CANNED.path("privateKeyPem").asString());
  static final Instant END = Instant.parse(CANNED.path("expiresUtc").asString());

  private Vectors() {}

  private static JsonNode read(String name) {
    try (var file = Vectors.class.getResourceAsStream("/playback/" + name)) {
      return JsonMapper.shared().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
