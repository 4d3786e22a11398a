package com.aftercall.secrets;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads RSA private keys in whatever form they came into a secret. People were told to replace line
 * breaks by spaces and to delete the last character, and did that, or not, or something else.
 */
public final class RsaPrivateKeys {

  private static final Pattern BEGIN =
      Pattern.compile("-{2,}\\s*BEGIN\\s*([A-Z0-9 ]*?)\\s*-{2,}", Pattern.CASE_INSENSITIVE);
  private static final Pattern END = Pattern.compile("-{2,}\\s*END.*", Pattern.DOTALL);

  /** Line breaks that a JSON editor or a shell left as text, escaped once or more often. */
  private static final Pattern WRITTEN_BREAKS = Pattern.compile("\\\\+[nrt]");

  private static final Pattern NOT_BASE64 = Pattern.compile("[^A-Za-z0-9+/]+");

  /** AlgorithmIdentifier of RSA: rsaEncryption, NULL (RFC 8017 A.1). */
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

  private static final byte[] VERSION_ZERO = {2, 1, 0};
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 4;
  private static final int LEAST_BITS = 1024;

  private RsaPrivateKeys() {}

  /**
   * The key in a PEM text: PKCS#1 or PKCS#8, with line breaks of any kind, spaces for them, written
   * as {@code \n} or left out; with or without its last characters, header and footer.
   *
   * @throws IllegalArgumentException saying what the text is instead, without quoting it
   */
  public static RSAPrivateCrtKey parse(String text) {
    var plain = WRITTEN_BREAKS.matcher(text).replaceAll("\n");
    var begin = BEGIN.matcher(plain);
    var body = plain;
    if (begin.find()) {
      refuseOtherKinds(begin.group(1).toUpperCase(Locale.ROOT).replace(" ", ""), plain);
      body = plain.substring(begin.end());
    }
    var der = decode(END.matcher(body).replaceFirst(""));
    try {
      var encoded = isPkcs1(der) ? wrapped(der) : der;
      var key =
          (RSAPrivateCrtKey)
              KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
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

  private static void refuseOtherKinds(String label, String text) {
    if (label.equals("ENCRYPTEDPRIVATEKEY") || text.contains("Proc-Type: 4,ENCRYPTED")) {
      throw new IllegalArgumentException(
          "it is protected by a password; paste what openssl rsa -in key.pem prints");
    }
    if (!label.equals("RSAPRIVATEKEY") && !label.equals("PRIVATEKEY")) {
      throw new IllegalArgumentException(
          "it is no RSA private key but another kind of PEM; paste the private key's .pem file");
    }
  }

  /** Padding may have been cut off with the last character; it says nothing that counts. */
  private static byte[] decode(String body) {
    var digits = NOT_BASE64.matcher(body).replaceAll("");
    try {
      return Base64.getDecoder().decode(digits);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "characters are missing in the middle of it; paste the whole .pem file", e);
    }
  }

  /** After the version PKCS#8 has the algorithm, a sequence, and PKCS#1 the modulus, a number. */
  private static boolean isPkcs1(byte[] der) {
    if (der.length < 16 || der[0] != SEQUENCE) {
      return false;
    }
    var lengthBytes = der[1] >= 0 ? 0 : der[1] & 0x7f;
    var afterVersion = 2 + lengthBytes + VERSION_ZERO.length;
    return afterVersion < der.length && der[afterVersion] == VERSION_ZERO[0];
  }

  private static byte[] wrapped(byte[] pkcs1) {
    var content = new ByteArrayOutputStream();
    content.writeBytes(VERSION_ZERO);
    content.writeBytes(RSA);
    content.writeBytes(tagged(OCTETS, pkcs1));
    return tagged(SEQUENCE, content.toByteArray());
  }

  private static byte[] tagged(int tag, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      var length = BigInteger.valueOf(content.length).toByteArray();
      var leading = length[0] == 0 ? 1 : 0;
      out.write(0x80 | (length.length - leading));
      out.write(length, leading, length.length - leading);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}
