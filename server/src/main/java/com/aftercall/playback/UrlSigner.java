package com.aftercall.playback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;

/**
 * Signs URLs as CloudFront wants them.
 *
 * @param keyPairId of the public half, which the verifier looks for
 * @param key RSA, or ECDSA of the curve P-256
 * @param hash of the signature
 */
record UrlSigner(String keyPairId, PrivateKey key, SignatureHash hash) {

  /** Allows this URL until then: the short form, which says the end only. */
  String signCanned(String url, Instant endsAt) {
    var policy = UrlPolicy.canned(url, endsAt).json();
    return "%s%sExpires=%d&%s".formatted(url, joint(url), endsAt.getEpochSecond(), proof(policy));
  }

  /** Allows what a policy allows, which goes into the link. */
  String signCustom(String url, UrlPolicy policy) {
    var json = policy.json();
    return "%s%sPolicy=%s&%s".formatted(url, joint(url), CloudFrontText.encode(json), proof(json));
  }

  private static String joint(String url) {
    return url.indexOf('?') < 0 ? "?" : "&";
  }

  private String proof(String policy) {
    try {
      var signature = Signature.getInstance(hash.algorithm(key));
      signature.initSign(key);
      signature.update(policy.getBytes(StandardCharsets.UTF_8));
      return "Signature=%s&Key-Pair-Id=%s%s"
          .formatted(CloudFrontText.encode(signature.sign()), keyPairId, hash.parameter());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this key cannot sign with " + hash.algorithm(key), e);
    }
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "UrlSigner[%s, %s]".formatted(keyPairId, hash);
  }
}
