package com.aftercall.playback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a genuine link says: its policy, and whose signature stands under it.
 *
 * @param keyPairId of the key that signed
 * @param policy what it allows
 */
record SignedPolicy(String keyPairId, UrlPolicy policy) {

  /**
   * SHA-256 of what was signed, in hexadecimal, which tells the link from all others. The signature
   * would not do: one text of Base64 can be written in several ways, and of an ECDSA signature
   * anybody can make another that is as good.
   */
  String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((keyPairId + ' ' + policy.json()).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
