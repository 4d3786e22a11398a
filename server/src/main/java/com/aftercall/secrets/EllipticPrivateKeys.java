package com.aftercall.secrets;

import static java.math.BigInteger.TWO;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

/**
 * Reads private keys of the curve P-256, the one that CloudFront takes ("ECDSA 256", Developer
 * Guide, Create key pairs for your signers).
 */
final class EllipticPrivateKeys {

  /** The number of the curve, RFC 5480 2.1.1.1; prime256v1 to openssl. */
  private static final String CURVE = "06082a8648ce3d030107";

  /** AlgorithmIdentifier: an elliptic curve, and which. */
  private static final byte[] P256 = HexFormat.of().parseHex("301306072a8648ce3d0201" + CURVE);

  private static final Set<String> LABELS = Set.of("", "ECPRIVATEKEY", "PRIVATEKEY");
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private EllipticPrivateKeys() {}

  /**
   * The key in a text, SEC 1 or PKCS#8.
   *
   * @throws IllegalArgumentException saying what the text is instead, without quoting it
   */
  static ECPrivateKey parse(PrivateKeyText text) {
    if (!LABELS.contains(text.label())) {
      throw new IllegalArgumentException(
          "it is no private key but another kind of PEM; paste the private key's .pem file");
    }
    if (!HexFormat.of().formatHex(text.der()).contains(CURVE)) {
      throw new IllegalArgumentException(
          "its key is of another curve; CloudFront wants prime256v1: openssl ecparam -name"
              + " prime256v1 -genkey -noout");
    }
    try {
      return (ECPrivateKey)
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(text.pkcs8(P256)));
    } catch (GeneralSecurityException | ClassCastException e) {
      throw new IllegalArgumentException(
          "it is no whole ECDSA private key; paste the whole .pem file that openssl wrote");
    }
  }

  /**
   * The public half, which is the curve's base point taken as often as the key says; a private key
   * may come without it, and Java does not work it out. Its time depends on the key, so it is for
   * keys of one's own alone.
   */
  static ECPublicKey publicHalf(ECPrivateKey key) {
    try {
      var curve = key.getParams();
      var point = ECPoint.POINT_INFINITY;
      for (var bit = key.getS().bitLength() - 1; bit >= 0; bit--) {
        point = add(point, point, curve);
        if (key.getS().testBit(bit)) {
          point = add(point, curve.getGenerator(), curve);
        }
      }
      return (ECPublicKey)
          KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }

  /** SEC 1, 2.2.1: the sum of two points, of which neither is the other's opposite. */
  private static ECPoint add(ECPoint a, ECPoint b, ECParameterSpec curve) {
    if (a.equals(ECPoint.POINT_INFINITY)) {
      return b;
    }
    var p = ((ECFieldFp) curve.getCurve().getField()).getP();
    var rise =
        a.equals(b)
            ? a.getAffineX().pow(2).multiply(THREE).add(curve.getCurve().getA())
            : b.getAffineY().subtract(a.getAffineY());
    var run = a.equals(b) ? a.getAffineY().multiply(TWO) : b.getAffineX().subtract(a.getAffineX());
    var slope = rise.multiply(run.modInverse(p)).mod(p);
    var x = slope.pow(2).subtract(a.getAffineX()).subtract(b.getAffineX()).mod(p);
    return new ECPoint(
        x, slope.multiply(a.getAffineX().subtract(x)).subtract(a.getAffineY()).mod(p));
  }
}
