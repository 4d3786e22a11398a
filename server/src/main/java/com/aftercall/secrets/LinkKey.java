package com.aftercall.secrets;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;

/**
 * The key that signs links to recordings: RSA, or ECDSA of the curve P-256.
 *
 * @param id of its public half, {@code Key-Pair-Id} in a link
 * @param privateKey never shown
 * @param publicKey its other half
 */
public record LinkKey(String id, PrivateKey privateKey, PublicKey publicKey) {

  private static final int P256_BITS = 256;

  /**
   * The key in a PEM text: PKCS#1, SEC 1 or PKCS#8, in whatever form it came into a secret.
   *
   * @throws IllegalArgumentException saying what the text is instead, without quoting it
   */
  public static LinkKey parse(String id, String text) {
    var pem = PrivateKeyText.of(text);
    if (pem.isElliptic()) {
      var key = EllipticPrivateKeys.parse(pem);
      return new LinkKey(id, key, EllipticPrivateKeys.publicHalf(key));
    }
    var key = RsaPrivateKeys.parse(pem);
    return new LinkKey(id, key, RsaPrivateKeys.publicHalf(key));
  }

  /** {@code RSA} or {@code ECDSA}. */
  public String algorithm() {
    return publicKey instanceof RSAPublicKey ? "RSA" : "ECDSA";
  }

  /** Of an RSA key its modulus; of the other its curve. */
  public int bits() {
    return publicKey instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : P256_BITS;
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "LinkKey[%s]".formatted(id);
  }
}
