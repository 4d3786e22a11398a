package com.aftercall.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RsaPrivateKeysTest {

  private static final JsonNode VECTORS = vectors();
  private static final String PKCS1 = VECTORS.path("privateKeyPem").asString();
  private static final String PKCS8 = pkcs8();

  private static JsonNode vectors() {
    try (var file =
        RsaPrivateKeysTest.class.getResourceAsStream("/playback/cloudfront-signed-urls.json")) {
      return JsonMapper.shared().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code openssl genrsa} writes it today; the same key by Java's own encoder. */
  private static String pkcs8() {
    var encoded = RsaPrivateKeys.parse(PKCS1).getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
        .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded));
  }

  /** The rows of the table of forms, each for both encodings, and what else people paste. */
  static Stream<Arguments> forms() {
    return Stream.of("PKCS#1", "PKCS#8")
        .flatMap(
            encoding -> {
              var pem = encoding.equals("PKCS#1") ? PKCS1 : PKCS8;
              var cut = pem.strip();
              return Stream.of(
                  form(encoding, "raw file with final newline", pem),
                  form(encoding, "real newlines, final newline removed", cut),
                  form(encoding, "real newlines, last two characters removed", chop(cut)),
                  form(encoding, "CRLF with final newline", pem.replace("\n", "\r\n")),
                  form(encoding, "CRLF, final newline removed", cut.replace("\n", "\r\n")),
                  form(encoding, "CR alone", pem.replace('\n', '\r')),
                  form(encoding, "spaces, last character removed", cut.replace('\n', ' ')),
                  form(encoding, "spaces, last character kept", pem.replace('\n', ' ')),
                  form(encoding, "spaces, last dash removed too", chop(cut.replace('\n', ' '))),
                  form(encoding, "CRLF, each replaced by a space", pem.replace("\n", "  ")),
                  form(encoding, "all separators removed", pem.replace("\n", "")),
                  form(encoding, "literal \\n", pem.replace("\n", "\\n")),
                  form(
                      encoding,
                      "literal \\n, last character removed",
                      chop(pem.replace("\n", "\\n"))),
                  form(encoding, "literal \\n escaped twice", pem.replace("\n", "\\\\n")),
                  form(encoding, "literal \\r\\n", pem.replace("\n", "\\r\\n")),
                  form(encoding, "header followed by a stray CR", pem.replaceFirst("-\n", "-\r\n")),
                  form(encoding, "all spaces removed", pem.replaceAll("\\s", "")),
                  form(encoding, "indented", pem.replace("\n", "\n    ")),
                  form(encoding, "in quotes", '"' + pem.replace("\n", "\\n") + '"'),
                  form(encoding, "after other text", "Bag Attributes\n    friendlyName: a\n" + pem),
                  form(encoding, "without header and footer", bare(pem)));
            });
  }

  private static Arguments form(String encoding, String name, String text) {
    return Arguments.of(encoding + ", " + name, text);
  }

  private static String chop(String text) {
    return text.substring(0, text.length() - 1);
  }

  private static String bare(String pem) {
    return pem.replaceAll("-----[^-]+-----", "").strip();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void everyFormIsTheSameKey(String name, String text) throws GeneralSecurityException {
    var expected = VECTORS.path("publicKeyPem").asString().replaceAll("-----[^-]+-----|\\s", "");
    var publicKey =
        (RSAPublicKey)
            KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(expected)));

    var key = RsaPrivateKeys.parse(text);

    assertThat(RsaPrivateKeys.publicHalf(key)).isEqualTo(publicKey);
  }

  @Test
  void seedsOwnTransformationIsRead() {
    var text = VECTORS.path("secretFieldValue_seedTransform").asString();

    assertThat(RsaPrivateKeys.parse(text)).isEqualTo(RsaPrivateKeys.parse(PKCS1));
  }

  static Stream<Arguments> others() throws GeneralSecurityException {
    var elliptic = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate().getEncoded();
    return Stream.of(
        Arguments.of(VECTORS.path("publicKeyPem").asString(), "no RSA private key but another"),
        Arguments.of(
            PKCS8.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"), "protected by a password"),
        Arguments.of(
            PKCS1.replaceFirst("-\n", "-\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n"),
            "protected by a password"),
        Arguments.of(
            "-----BEGIN PRIVATE KEY-----"
                + Base64.getEncoder().encodeToString(elliptic)
                + "-----END PRIVATE KEY-----",
            "no whole RSA private key"),
        Arguments.of(PKCS1.substring(0, PKCS1.length() / 2), ""),
        Arguments.of("a", ""),
        Arguments.of("", ""));
  }

  @ParameterizedTest
  @MethodSource("others")
  void whatIsNoSuchKeyIsRefusedWithoutBeingQuoted(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RsaPrivateKeys.parse(text))
        .withMessageContaining(why)
        .satisfies(
            e -> {
              for (var cause = (Throwable) e; cause != null; cause = cause.getCause()) {
                assertThat(String.valueOf(cause.getMessage())).doesNotContain("MII");
              }
            });
  }
}
