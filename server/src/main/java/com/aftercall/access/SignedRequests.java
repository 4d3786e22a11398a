package com.aftercall.access;

import com.aftercall.access.SignatureVersion4.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Checks requests that are signed with one of our access keys as for AWS, by header. */
@Component
public class SignedRequests {

  /** As AWS has it; either way. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(15);

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          SignatureVersion4.ALGORITHM
              + "\\s+Credential=([A-Za-z0-9]{1,128})/(\\d{8})/([a-z0-9-]{1,40})/([a-z0-9-]{1,40})"
              + "/aws4_request\\s*,\\s*SignedHeaders=([a-z0-9;_-]{1,2000})"
              + "\\s*,\\s*Signature=([0-9a-f]{64})");

  private final AccessKeys keys;
  private final InstantSource clock;

  SignedRequests(AccessKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  private record Authorization(
      String keyId, Scope scope, List<String> signedHeaders, String signature) {}

  /**
   * Finds out who signed a request.
   *
   * @param service for which it has to be signed, such as {@code lambda}
   * @throws SignatureRefused if nobody did whose key is ours, or not this request, or not now
   */
  public AccessKey verify(SignedRequest request, String service) throws SignatureRefused {
    var authorization = authorizationOf(request);
    var timestamp = request.header("x-amz-date");
    refuseOtherTime(timestamp, authorization.scope());
    if (!authorization.scope().service().equals(service)) {
      throw invalid("Credential should be scoped to correct service: '%s'.".formatted(service));
    }
    refuseUnsignedHeaders(request, authorization.signedHeaders());
    var secret =
        request.headers().containsKey("x-amz-security-token")
            ? null
            : keys.findSecret(authorization.keyId()).orElse(null);
    if (secret == null) {
      throw new SignatureRefused(
          "UnrecognizedClientException", "The security token included in the request is invalid.");
    }
    if (!isSignedWith(secret, request, authorization, timestamp)) {
      throw invalid(
          "The request signature we calculated does not match the signature you provided. Check"
              + " your secret access key and signing method; a proxy in between has to leave the"
              + " Host header as it is.");
    }
    return keys.noteUse(authorization.keyId())
        .orElseThrow(
            () ->
                new SignatureRefused(
                    "UnrecognizedClientException",
                    "The security token included in the request is invalid."));
  }

  /**
   * Some callers sign the path with a slash at its end and send it without, or the other way round;
   * both mean the same call.
   */
  private static boolean isSignedWith(
      String secret, SignedRequest request, Authorization authorization, String timestamp) {
    var path = request.path();
    var other = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    return isSigned(secret, request, authorization, timestamp)
        || isSigned(secret, request.withPath(other), authorization, timestamp);
  }

  private static boolean isSigned(
      String secret, SignedRequest request, Authorization authorization, String timestamp) {
    var expected =
        SignatureVersion4.sign(
            request, authorization.signedHeaders(), timestamp, authorization.scope(), secret);
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII),
        authorization.signature().getBytes(StandardCharsets.US_ASCII));
  }

  private static Authorization authorizationOf(SignedRequest request) throws SignatureRefused {
    var header = request.header("authorization");
    if (header.isBlank()) {
      throw new SignatureRefused(
          "MissingAuthenticationTokenException",
          "Missing Authentication Token. Sign the request with AWS Signature Version 4 and an"
              + " access key of this server.");
    }
    var match = AUTHORIZATION.matcher(header.strip());
    if (!match.matches()) {
      throw new SignatureRefused(
          "IncompleteSignatureException",
          "Authorization header requires AWS4-HMAC-SHA256 with 'Credential', 'SignedHeaders' and"
              + " 'Signature'.");
    }
    return new Authorization(
        match.group(1),
        new Scope(match.group(2), match.group(3), match.group(4)),
        Arrays.asList(match.group(5).split(";")),
        match.group(6));
  }

  private void refuseOtherTime(String timestamp, Scope scope) throws SignatureRefused {
    Instant signedAt;
    try {
      signedAt = TIMESTAMP.parse(timestamp, Instant::from);
    } catch (DateTimeException e) {
      throw new SignatureRefused(
          "IncompleteSignatureException", "The header X-Amz-Date is missing or no date in UTC.");
    }
    if (!timestamp.startsWith(scope.date())) {
      throw invalid("Date in Credential scope does not match the date of X-Amz-Date.");
    }
    var now = clock.instant();
    if (signedAt.plus(CLOCK_SKEW).isBefore(now)) {
      throw invalid(
          "Signature expired: %s is now earlier than %s (%s - 15 min.)"
              .formatted(
                  timestamp, TIMESTAMP.format(now.minus(CLOCK_SKEW)), TIMESTAMP.format(now)));
    }
    if (signedAt.minus(CLOCK_SKEW).isAfter(now)) {
      throw invalid(
          "Signature not yet current: %s is still later than %s (%s + 15 min.)"
              .formatted(timestamp, TIMESTAMP.format(now.plus(CLOCK_SKEW)), TIMESTAMP.format(now)));
    }
  }

  /** What is not signed may have been changed on the way. */
  private static void refuseUnsignedHeaders(SignedRequest request, List<String> signed)
      throws SignatureRefused {
    if (!signed.contains("host")) {
      throw invalid("'Host' must be a 'SignedHeader' in the AWS Authorization.");
    }
    for (var name : request.headers().keySet()) {
      if (name.startsWith("x-amz-") && !name.equals("x-amz-cf-id") && !signed.contains(name)) {
        throw invalid("'%s' must be a 'SignedHeader' in the AWS Authorization.".formatted(name));
      }
    }
    var given = request.header("x-amz-content-sha256");
    if (!given.isEmpty() && !given.equals(SignatureVersion4.sha256(request.body()))) {
      throw invalid("The value of X-Amz-Content-Sha256 is not the hash of the body.");
    }
  }

  private static SignatureRefused invalid(String message) {
    return new SignatureRefused("InvalidSignatureException", message);
  }
}
