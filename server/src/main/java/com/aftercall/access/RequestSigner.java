package com.aftercall.access;

import com.aftercall.access.SignatureVersion4.Scope;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Signs a request as callers of ours do, to try whether theirs would be let through. */
public final class RequestSigner {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);

  /** We take any; callers have to name one. */
  private static final String REGION = "us-east-1";

  private static final List<String> SIGNED = List.of("host", "x-amz-date");

  private RequestSigner() {}

  /**
   * The headers of a POST, to be sent beside {@code Host}, which is signed too.
   *
   * @param address without a query
   * @param service for which it is signed, such as {@code lambda}
   */
  public static Map<String, String> post(
      URI address, String body, AccessKeys.Created key, String service, Instant at) {
    var timestamp = TIMESTAMP.format(at);
    var request =
        new SignedRequest(
            "POST",
            address.getRawPath(),
            "",
            Map.of("host", List.of(hostOf(address)), "x-amz-date", List.of(timestamp)),
            body.getBytes(StandardCharsets.UTF_8));
    var scope = new Scope(timestamp.substring(0, 8), REGION, service);
    return Map.of(
        "X-Amz-Date",
        timestamp,
        "Authorization",
        "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(
                SignatureVersion4.ALGORITHM,
                key.key().id(),
                scope,
                String.join(";", SIGNED),
                SignatureVersion4.sign(request, SIGNED, timestamp, scope, key.secret())));
  }

  /** As HTTP clients send it: with its port unless that is the usual one. */
  private static String hostOf(URI address) {
    var usual = address.getScheme().equals("https") ? 443 : 80;
    return address.getPort() < 0 || address.getPort() == usual
        ? address.getHost()
        : address.getHost() + ":" + address.getPort();
  }
}
