package com.aftercall.secrets;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A private key as it came into a secret. People were told to replace line breaks by spaces and to
 * delete the last character, and did that, or not, or something else.
 *
 * @param label what the PEM text calls itself, without spaces; empty if it has no header
 * @param der the bytes in it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PrivateKeyText(String label, byte[] der) {

  private static final Pattern BEGIN =
      Pattern.compile("-{2,}\\s*BEGIN\\s*([A-Z0-9 ]*?)\\s*-{2,}", Pattern.CASE_INSENSITIVE);
  private static final Pattern END = Pattern.compile("-{2,}\\s*END.*", Pattern.DOTALL);

  /** What openssl writes before an elliptic key unless it is told not to. */
  private static final String CURVE_ALONE = "ECPARAMETERS";

  /** Line breaks that a JSON editor or a shell left as text, escaped once or more often. */
  private static final Pattern WRITTEN_BREAKS = Pattern.compile("\\\\+[nrt]");

  private static final Pattern NOT_BASE64 = Pattern.compile("[^A-Za-z0-9+/]+");

  private static final byte[] VERSION_ZERO = {2, 1, 0};
  private static final int NUMBER = 2;
  private static final int OCTETS = 4;
  private static final int SEQUENCE = 0x30;

  /** SEC 1, appendix C.4: its version is one. */
  private static final int SEC1_VERSION = 1;

  /** The number of the algorithm "elliptic curve", RFC 5480 2.1.1. */
  private static final String ELLIPTIC = "06072a8648ce3d0201";

  /**
   * Takes a text apart: with line breaks of any kind, spaces for them, written as {@code \n} or
   * left out; with or without its last characters, header and footer.
   *
   * @throws IllegalArgumentException saying what the text is instead, without quoting it
   */
  static PrivateKeyText of(String text) {
    var plain = WRITTEN_BREAKS.matcher(text).replaceAll("\n");
    var label = "";
    var body = plain;
    var begin = BEGIN.matcher(plain);
    while (begin.find()) {
      label = begin.group(1).toUpperCase(Locale.ROOT).replace(" ", "");
      body = plain.substring(begin.end());
      if (!label.equals(CURVE_ALONE)) {
        break;
      }
    }
    if (label.equals("ENCRYPTEDPRIVATEKEY") || plain.contains("Proc-Type: 4,ENCRYPTED")) {
      throw new IllegalArgumentException(
          "it is protected by a password; paste what openssl pkey -in key.pem prints");
    }
    return new PrivateKeyText(label, decode(END.matcher(body).replaceFirst("")));
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

  /** Whether it is of the form that holds the key alone: PKCS#1, or SEC 1 for elliptic keys. */
  boolean isBare() {
    // PKCS#8 has after its version the algorithm, a sequence.
    var next = 2 + lengthBytes() + VERSION_ZERO.length;
    return next < der.length && (der[next] == NUMBER || der[next] == OCTETS);
  }

  /** Whether it is a key of an elliptic curve. */
  boolean isElliptic() {
    var version = 2 + lengthBytes() + 2;
    return version < der.length
        && (isBare()
            ? der[version] == SEC1_VERSION
            : HexFormat.of().formatHex(der).contains(ELLIPTIC));
  }

  private int lengthBytes() {
    return der.length < 16 || der[0] != SEQUENCE || der[1] >= 0 ? 0 : der[1] & 0x7f;
  }

  /**
   * As PKCS#8, which Java reads.
   *
   * @param algorithm the AlgorithmIdentifier for a key that comes without one
   */
  byte[] pkcs8(byte[] algorithm) {
    if (!isBare()) {
      return der;
    }
    var content = new ByteArrayOutputStream();
    content.writeBytes(VERSION_ZERO);
    content.writeBytes(algorithm);
    content.writeBytes(tagged(OCTETS, der));
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

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "PrivateKeyText[%s]".formatted(label);
  }
}
