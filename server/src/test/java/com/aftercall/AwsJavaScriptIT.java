package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** AWS's packages for JavaScript as callers: {@code interop/js/aws.mjs} says what is tried. */
class AwsJavaScriptIT extends RunningServer {

  private static final Path PROGRAMS = Path.of("../interop/js").toAbsolutePath().normalize();
  private static final String RECORDING = "amazon-connect-js/connect/js/2026/11/20/js_1.wav";

  static Stream<Arguments> keys() {
    var rsa = read("playback/cloudfront-signed-urls.json");
    var elliptic = read("playback/cloudfront-ecdsa.json");
    return Stream.of(
        Arguments.of(rsa.path("keyPairId"), rsa.path("privateKeyPem")),
        Arguments.of(elliptic.path("keyPairId"), elliptic.path("privateKeySec1")));
  }

  private static JsonNode read(String fixture) {
    return JsonMapper.shared().readTree(fixture(fixture));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void lambdaClientGetsALinkAndLinksOfTheCloudFrontSignerAreServed(
      JsonNode keyPairId, JsonNode privateKey) throws Exception {
    api().record("javascript", RECORDING, fixture("journey/recording-9s-8khz.wav"));
    var secret = JsonMapper.shared().createObjectNode();
    secret.set("CloudFrontPrivateKey", privateKey);
    secret.set("CloudFrontAccessKeyID", keyPairId);
    api().changeCredentials(secret.toString());
    var key = api().post("/api/v1/access-keys", "{\"name\": \"JavaScript\"}").json();
    var given = JsonMapper.shared().createObjectNode();
    given.put("address", api().address().toString());
    given.set("keyId", key.path("id"));
    given.set("secret", key.path("secret"));
    given.put("functionName", "sfGenerateAudioRecordingStreamingURL");
    given.put("recordingPath", RECORDING);
    given.set("keyPairId", keyPairId);
    given.set("privateKey", privateKey);

    var caller =
        new ProcessBuilder("node", "aws.mjs")
            .directory(PROGRAMS.toFile())
            .redirectErrorStream(true)
            .start();
    try (var input = caller.getOutputStream()) {
      input.write(given.toString().getBytes(StandardCharsets.UTF_8));
    }
    var said = new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    api().changeCredentials("{\"CloudFrontPrivateKey\": null, \"CloudFrontAccessKeyID\": null}");

    assertThat(caller.waitFor(10, TimeUnit.SECONDS)).as("ended in time").isTrue();
    assertThat(caller.exitValue()).as(said).isZero();
  }
}
