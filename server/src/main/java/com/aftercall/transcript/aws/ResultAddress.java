package com.aftercall.transcript.aws;

import com.aftercall.storage.ObjectLocation;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Reads where Amazon Transcribe put a transcript. It says so with an address of S3, in any of its
 * forms: {@code s3://bucket/key}, {@code https://s3.region.amazonaws.com/bucket/key} and {@code
 * https://bucket.s3.region.amazonaws.com/key}, each with a prefix in the key or without.
 */
final class ResultAddress {

  /** The host of a virtual-hosted address; older regions write {@code s3-region}. */
  private static final Pattern BUCKET_IN_HOST =
      Pattern.compile(
          "(?<bucket>.+)\\.s3([.-][a-z0-9-]+)*\\.amazonaws\\.com(\\.cn)?",
          Pattern.CASE_INSENSITIVE);

  private ResultAddress() {}

  /**
   * The object at an address.
   *
   * @throws IllegalArgumentException if it is none of these forms
   */
  static ObjectLocation parse(String address) {
    if (address.startsWith("s3://")) {
      return ObjectLocation.parse(address);
    }
    var uri = URI.create(address);
    var host = uri.getHost();
    var path = uri.getRawPath();
    if (host == null || path == null || path.length() < 2) {
      throw new IllegalArgumentException("this is no address of an object at Amazon S3");
    }
    var inHost = BUCKET_IN_HOST.matcher(host);
    return inHost.matches()
        ? new ObjectLocation(inHost.group("bucket"), decoded(path.substring(1)))
        : ObjectLocation.parse(decoded(path.substring(1)));
  }

  /** A plus sign in a path is a plus sign, and not a blank as in a form. */
  private static String decoded(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
