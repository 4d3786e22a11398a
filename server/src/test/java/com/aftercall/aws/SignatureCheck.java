package com.aftercall.aws;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4 of a request to {@code /} without a query, computed again from what came
 * in; after the user guide of AWS Identity and Access Management, "Create a signed AWS API
 * request".
 */
final class SignatureCheck {

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([a-z0-9-]+)/([a-z0-9-]+)/aws4_request, "
              + "SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");

  private SignatureCheck() {}

  /** Why the signature is none for this service by this identity; empty if it is. */
  static List<String> faults(HttpExchange exchange, byte[] body, String service) {
    var headers = exchange.getRequestHeaders();
    var given = String.valueOf(headers.getFirst("Authorization"));
    var parts = AUTHORIZATION.matcher(given);
    if (!parts.matches()) {
      return List.of("the request is not signed");
    }
    var faults = new ArrayList<String>();
    if (!parts.group(1).equals(TestIdentity.ACCESS_KEY)) {
      faults.add("signed with another access key");
    }
    if (!parts.group(4).equals(service)) {
      faults.add("signed for %s, not for %s".formatted(parts.group(4), service));
    }
    var names = List.of(parts.group(5).split(";"));
    if (!names.containsAll(List.of("host", "x-amz-date", "x-amz-target"))) {
      faults.add("host, date and target are not all signed");
    }
    var canonical =
        names.stream()
                .map(name -> name + ":" + String.join(",", headers.get(name)).strip() + "\n")
                .collect(Collectors.joining("", "POST\n/\n\n", "\n"))
            + parts.group(5)
            + "\n"
            + sha256(body);
    var scope = Stream.of(2, 3, 4).map(parts::group).collect(Collectors.joining("/"));
    var toSign =
        "AWS4-HMAC-SHA256\n%s\n%s/aws4_request\n%s"
            .formatted(
                headers.getFirst("X-Amz-Date"),
                scope,
                sha256(canonical.getBytes(StandardCharsets.UTF_8)));
    var key = ("AWS4" + TestIdentity.SECRET_KEY).getBytes(StandardCharsets.UTF_8);
    for (var part : (scope + "/aws4_request").toLowerCase(Locale.ROOT).split("/")) {
      key = mac(key, part);
    }
    if (!HexFormat.of().formatHex(mac(key, toSign)).equals(parts.group(6))) {
      faults.add("the signature is another");
    }
    return faults;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
