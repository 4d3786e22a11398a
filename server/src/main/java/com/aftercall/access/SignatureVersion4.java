package com.aftercall.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The arithmetic of AWS Signature Version 4: canonical request, text to sign, signature. See
 * "Create a signed AWS API request" in the IAM User Guide; services other than Amazon S3 encode the
 * path once more and take dots and double slashes out of it.
 */
final class SignatureVersion4 {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private SignatureVersion4() {}

  /**
   * What a signature is for.
   *
   * @param date eight digits
   */
  record Scope(String date, String region, String service) {

    @Override
    public String toString() {
      return "%s/%s/%s/aws4_request".formatted(date, region, service);
    }
  }

  /** The signature in lower-case hexadecimal digits. */
  static String sign(
      SignedRequest request,
      Collection<String> signedHeaders,
      String timestamp,
      Scope scope,
      String secret) {
    var text =
        String.join(
            "\n",
            ALGORITHM,
            timestamp,
            scope.toString(),
            sha256(canonical(request, signedHeaders).getBytes(StandardCharsets.UTF_8)));
    var key = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), scope.date());
    for (var part : List.of(scope.region(), scope.service(), "aws4_request")) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, text));
  }

  private static String canonical(SignedRequest request, Collection<String> signedHeaders) {
    var headers =
        signedHeaders.stream()
            .sorted()
            .map(name -> name + ":" + canonicalHeader(request, name) + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n",
        request.method(),
        canonicalPath(request.path()),
        canonicalQuery(request.query()),
        headers,
        signedHeaders.stream().sorted().collect(Collectors.joining(";")),
        sha256(request.body()));
  }

  private static String canonicalHeader(SignedRequest request, String name) {
    return request.headers().getOrDefault(name, List.of()).stream()
        .map(value -> value.strip().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }

  static String canonicalPath(String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (var segment : path.split("/")) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(encoded(segment));
      }
    }
    var joined = "/" + String.join("/", segments);
    return path.endsWith("/") && !segments.isEmpty() ? joined + "/" : joined;
  }

  /** Parameters arrive encoded; those that were encoded otherwise than AWS does are re-encoded. */
  static String canonicalQuery(String query) {
    return Arrays.stream(query.split("&"))
        .filter(parameter -> !parameter.isEmpty())
        .map(parameter -> parameter.split("=", 2))
        .map(pair -> reencoded(pair[0]) + "=" + (pair.length > 1 ? reencoded(pair[1]) : ""))
        .sorted(SignatureVersion4::byNameThenValue)
        .collect(Collectors.joining("&"));
  }

  private static int byNameThenValue(String a, String b) {
    var names = a.substring(0, a.indexOf('=')).compareTo(b.substring(0, b.indexOf('=')));
    return names != 0 ? names : a.compareTo(b);
  }

  private static String reencoded(String text) {
    try {
      // A plus sign is a plus sign here, not a space as in forms.
      return encoded(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return encoded(text);
    }
  }

  private static String encoded(String text) {
    var out = new StringBuilder();
    for (var b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
