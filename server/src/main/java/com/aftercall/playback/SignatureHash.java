package com.aftercall.playback;

import java.security.Key;

/**
 * What a signature is made of. An ECDSA signature is its two numbers in DER, as openssl writes it,
 * so its length differs from link to link.
 */
enum SignatureHash {
  /** What CloudFront takes without being told; the original's. */
  SHA1("SHA1", ""),
  /** Said in the link. */
  SHA256("SHA256", "&Hash-Algorithm=SHA256");

  private final String prefix;
  private final String parameter;

  SignatureHash(String prefix, String parameter) {
    this.prefix = prefix;
    this.parameter = parameter;
  }

  /** Java's name of the signature with a key, which is RSA or of an elliptic curve. */
  String algorithm(Key key) {
    return prefix + (key.getAlgorithm().equals("EC") ? "withECDSA" : "withRSA");
  }

  /** What a link says of it. */
  String parameter() {
    return parameter;
  }
}
