package com.aftercall.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keys of elliptic curves; those of RSA are in {@link RsaPrivateKeysTest}. */
class LinkKeyTest {

  private static final JsonNode VECTORS = vectors();

  private static JsonNode vectors() {
    try (var file = LinkKeyTest.class.getResourceAsStream("/playback/cloudfront-ecdsa.json")) {
      return JsonMapper.shared().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<String> forms() {
    return Stream.of("privateKeySec1", "privateKeyPkcs8", "privateKeyAfterParameters")
        .map(name -> VECTORS.path(name).asString())
        .flatMap(
            pem ->
                Stream.of(
                    pem,
                    pem.strip(),
                    pem.strip().substring(0, pem.strip().length() - 1),
                    pem.replace("\n", "\r\n"),
                    pem.replace('\n', ' '),
                    pem.replace("\n", "\\n"),
                    pem.replaceAll("\\s", "")));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormIsTheSameKeyWithItsPublicHalf(String text) {
    var key = LinkKey.parse("K3", text);

    assertThat(Base64.getEncoder().encodeToString(key.publicKey().getEncoded()))
        .isEqualTo(VECTORS.path("publicKeyPem").asString().replaceAll("-----[^-]+-----|\\s", ""));
    assertThat(key.algorithm()).isEqualTo("ECDSA");
    assertThat(key.bits()).isEqualTo(256);
    assertThat(key.toString()).isEqualTo("LinkKey[K3]");
  }

  @Test
  void keyWithoutHeaderIsKnownByItsBytes() {
    for (var name : new String[] {"privateKeySec1", "privateKeyPkcs8"}) {
      var bare = VECTORS.path(name).asString().replaceAll("-----[^-]+-----", "").strip();
      assertThat(LinkKey.parse("K3", bare).algorithm()).as(name).isEqualTo("ECDSA");
    }
  }

  /** Java's own keys come without their public half, so this is worked out here and compared. */
  @RepeatedTest(5)
  void publicHalfIsThatOfJavasGenerator() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var pair = generator.generateKeyPair();

    assertThat(EllipticPrivateKeys.publicHalf((ECPrivateKey) pair.getPrivate()))
        .isEqualTo(pair.getPublic());
  }

  @Test
  void otherCurvesPublicHalvesAndCutOnesAreRefusedWithoutBeingQuoted()
      throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    var other =
        Base64.getEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    var cut = VECTORS.path("privateKeyPkcs8").asString().substring(0, 100);

    refused("-----BEGIN PRIVATE KEY-----" + other + "-----END PRIVATE KEY-----", "another curve");
    refused(VECTORS.path("publicKeyPem").asString(), "another kind of PEM");
    refused(cut, "no whole ECDSA private key");
  }

  private static void refused(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinkKey.parse("K3", text))
        .withMessageContaining(why)
        .withMessageNotContaining("MI");
  }
}
