package com.aftercall.playback;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Bytes in links as CloudFront writes them: Base64 with {@code -_~} in place of {@code +=/}. */
final class CloudFrontText {

  private static final Pattern NOT_OURS = Pattern.compile("[^A-Za-z0-9_~-]");

  private CloudFrontText() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder()
        .encodeToString(bytes)
        .replace('+', '-')
        .replace('=', '_')
        .replace('/', '~');
  }

  static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Throws {@link IllegalArgumentException} if it is not of that form. */
  static byte[] decode(String text) {
    if (NOT_OURS.matcher(text).find()) {
      throw new IllegalArgumentException("a character that CloudFront does not write");
    }
    return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '=').replace('~', '/'));
  }
}
