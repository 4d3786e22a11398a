package com.aftercall.secrets;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.HexFormat;
import java.util.Set;

/** Reads RSA private keys in whatever form they came into a secret. */
public final class RsaPrivateKeys {

  /** AlgorithmIdentifier of RSA: rsaEncryption, NULL (RFC 8017 A.1). */
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

  private static final Set<String> LABELS = Set.of("", "RSAPRIVATEKEY", "PRIVATEKEY");
  private static final int LEAST_BITS = 1024;

  private RsaPrivateKeys() {}

  /**
   * The key in a PEM text, PKCS#1 or PKCS#8, in any of the forms of {@link PrivateKeyText}.
   *
   * @throws IllegalArgumentException saying what the text is instead, without quoting it
   */
  public static RSAPrivateCrtKey parse(String text) {
    return parse(PrivateKeyText.of(text));
  }

  static RSAPrivateCrtKey parse(PrivateKeyText text) {
    if (!LABELS.contains(text.label())) {
      throw new IllegalArgumentException(
          "it is no RSA private key but another kind of PEM; paste the private key's .pem file");
    }
    try {
      var key =
          (RSAPrivateCrtKey)
              KeyFactory.getInstance("RSA")
                  .generatePrivate(new PKCS8EncodedKeySpec(text.pkcs8(RSA)));
      if (key.getModulus().bitLength() < LEAST_BITS) {
        throw new IllegalArgumentException("its key is too short; CloudFront wants 2048 bits");
      }
      return key;
    } catch (GeneralSecurityException | ClassCastException e) {
      throw new IllegalArgumentException(
          "it is no whole RSA private key; paste the whole .pem file that openssl wrote");
    }
  }

  /** The public half. */
  public static RSAPublicKey publicHalf(RSAPrivateCrtKey key) {
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }
}
