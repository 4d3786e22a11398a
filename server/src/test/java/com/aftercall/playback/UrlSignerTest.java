package com.aftercall.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class UrlSignerTest {

  private static final UrlSigner SHA1 =
      new UrlSigner(Vectors.KEY_ID, Vectors.KEY, SignatureHash.SHA1);
  private static final UrlSigner SHA256 =
      new UrlSigner(Vectors.KEY_ID, Vectors.KEY, SignatureHash.SHA256);

  static Stream<JsonNode> canned() {
    return Vectors.CANNED.path("vectors").valueStream();
  }

  static Stream<JsonNode> custom() {
    return Vectors.CUSTOM.path("custom").valueStream();
  }

  @ParameterizedTest
  @MethodSource("canned")
  void cannedUrlIsThatOfTheOriginalByteForByte(JsonNode vector) {
    var url = vector.path("unsignedUrl").asString();

    assertThat(UrlPolicy.canned(url, Vectors.END).json())
        .isEqualTo(vector.path("policy").asString());
    assertThat(SHA1.signCanned(url, Vectors.END)).isEqualTo(vector.path("signedUrl").asString());
  }

  @ParameterizedTest
  @MethodSource("canned")
  void rewrittenPathIsThatOfTheOriginal(JsonNode vector) {
    var path = Optional.of(vector.path("recordingPath")).filter(JsonNode::isString);

    assertThat(path.map(p -> PathRewrite.KEEP_PREFIX.apply(p.asString())))
        .isEqualTo(
            path.map(
                p ->
                    vector
                        .path("unsignedUrl")
                        .asString()
                        .replace("https://d111111abcdef8.cloudfront.net/", "")));
  }

  @Test
  void sha256IsSaidInTheUrl() {
    var url = Vectors.CANNED.path("vectors").path(0).path("unsignedUrl").asString();

    assertThat(SHA256.signCanned(url, Vectors.END))
        .isEqualTo(Vectors.CUSTOM.path("cannedSha256").asString());
  }

  @ParameterizedTest
  @MethodSource("custom")
  void customPolicyIsThatOfBotocoreByteForByte(JsonNode vector) {
    var policy = UrlPolicy.parse(vector.path("policy").asString()).orElseThrow();
    var url = vector.path("url").asString();

    assertThat(policy.json()).isEqualTo(vector.path("policy").asString());
    assertThat(SHA1.signCustom(url, policy)).isEqualTo(vector.path("sha1").asString());
    assertThat(SHA256.signCustom(url, policy)).isEqualTo(vector.path("sha256").asString());
  }

  @Test
  void keyAndUrlAreNotInTheText() {
    assertThat(SHA1.toString()).isEqualTo("UrlSigner[K2EXAMPLEKEYID, SHA1]");
    assertThat(UrlPolicy.canned("https://a.example/b", Vectors.END).toString())
        .doesNotContain("example");
  }
}
