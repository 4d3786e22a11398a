package com.aftercall.playback;

/** What a signature is made of. */
enum SignatureHash {
  /** What CloudFront takes without being told; the original's. */
  SHA1("SHA1withRSA", ""),
  /** Said in the link. */
  SHA256("SHA256withRSA", "&Hash-Algorithm=SHA256");

  private final String algorithm;
  private final String parameter;

  SignatureHash(String algorithm, String parameter) {
    this.algorithm = algorithm;
    this.parameter = parameter;
  }

  /** Java's name of the signature. */
  String algorithm() {
    return algorithm;
  }

  /** What a link says of it. */
  String parameter() {
    return parameter;
  }
}
