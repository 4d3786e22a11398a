package com.aftercall.playback;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.doctor.Finding;
import com.aftercall.doctor.Finding.Verdict;
import com.aftercall.playback.spi.Distribution;
import com.aftercall.playback.spi.Distribution.Behavior;
import com.aftercall.playback.spi.Distribution.Origin;
import com.aftercall.secrets.LinkKey;
import com.aftercall.secrets.RsaPrivateKeys;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionChecksTest {

  private static final String ID = "K2EXAMPLEKEYID";
  private static final LinkKey KEY =
      new LinkKey(ID, Vectors.KEY, RsaPrivateKeys.publicHalf(Vectors.KEY));
  private static final String EDGE =
      "arn:aws:lambda:us-east-1:123456789012:function:sfSig4RequestToS3:3";

  private static String publicHalf() {
    var encoded = KEY.publicKey().getEncoded();
    return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
        .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded));
  }

  private static Behavior behavior(@Nullable String pattern, List<String> groups, boolean signers) {
    return new Behavior(pattern, "bucket", groups, signers, List.of());
  }

  private static Distribution distribution(
      boolean enabled, boolean deployed, Map<String, String> keys, Behavior... behaviors) {
    return new Distribution(
        "E1",
        enabled,
        deployed,
        List.of(behaviors),
        Map.of("bucket", new Origin("calls.s3.amazonaws.com", "", true, false)),
        Set.of("APKAOLDKEYPAIR"),
        Map.of("g", new Distribution.KeyGroup("Calls", keys)));
  }

  private static Finding keys(Distribution distribution) {
    return DistributionKeysCheck.judge("It.", distribution, PathRewrite.KEEP_PREFIX, KEY);
  }

  @Test
  void groupWithTheSecretsKeyIsWell() {
    var behavior = behavior(null, List.of("g"), false);

    assertThat(keys(distribution(true, true, Map.of(ID, publicHalf()), behavior)).verdict())
        .isEqualTo(Verdict.OK);
    assertThat(keys(distribution(true, false, Map.of(ID, publicHalf()), behavior)).verdict())
        .isEqualTo(Verdict.WARNING);
    assertThat(keys(distribution(false, true, Map.of(ID, publicHalf()), behavior)).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void groupWithAnotherKeyOrOtherHalfFails() {
    var behavior = behavior(null, List.of("g"), false);
    var other = keys(distribution(true, true, Map.of("KOTHER", publicHalf()), behavior));
    var half =
        keys(
            distribution(
                true,
                true,
                Map.of(ID, "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----"),
                behavior));

    assertThat(other.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(other.found()).contains("Calls", "has not the key " + ID);
    assertThat(half.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(half.found()).contains("not the public half");
  }

  @Test
  void behaviorOfRecordingsCountsAndNotTheDefault() {
    var open = behavior("connect/*", List.of(), false);
    var closed = behavior(null, List.of("g"), false);
    var keys = Map.of(ID, publicHalf());

    assertThat(keys(distribution(true, true, keys, open, closed)).found())
        .contains("connect/*", "asks for no signature");
    assertThat(
            keys(distribution(
                    true, true, keys, behavior("/static/?.css", List.of(), false), closed))
                .verdict())
        .isEqualTo(Verdict.OK);
  }

  @Test
  void trustedSignersAreTheOldWay() {
    var behavior = behavior(null, List.of(), true);
    var distribution = distribution(true, true, Map.of(), behavior);

    assertThat(keys(distribution).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(
            DistributionKeysCheck.judge(
                    "It.",
                    distribution,
                    PathRewrite.KEEP_PREFIX,
                    new LinkKey("APKAOLDKEYPAIR", KEY.privateKey(), KEY.publicKey()))
                .verdict())
        .isEqualTo(Verdict.WARNING);
  }

  @ParameterizedTest
  @CsvSource({
    "'', KEEP_PREFIX, true, false, '', OK, access control",
    "/connect, DROP_CONNECT, true, false, '', OK, access control",
    "/connect, KEEP_PREFIX, true, false, '', FAILED, drop-connect",
    "'', DROP_CONNECT, true, false, '', FAILED, keep-prefix",
    "/calls, KEEP_PREFIX, true, false, '', FAILED, Take the path out",
    "'', KEEP_PREFIX, false, true, '', WARNING, access identity",
    "'', KEEP_PREFIX, false, false, '', FAILED, Nothing signs",
    "'', KEEP_PREFIX, false, false, " + EDGE + ", OK, edge function",
    "'', KEEP_PREFIX, true, false, " + EDGE + ", WARNING, two signatures",
    "'', KEEP_PREFIX, false, false, arn:aws:lambda:eu-west-1:1:function:sfSig4RequestToS3:3, FAILED, us-east-1",
    "'', KEEP_PREFIX, false, false, arn:aws:lambda:us-east-1:1:function:sfSig4RequestToS3, FAILED, numbered",
    "'', KEEP_PREFIX, false, false, arn:aws:lambda:us-east-1:1:function:mine:3, WARNING, not sfSig4"
  })
  void originIsReachedByItsPathAndBySomebodyWhoSigns(
      String path,
      PathRewrite rewrite,
      boolean control,
      boolean identity,
      String function,
      Verdict verdict,
      String told) {
    var behavior =
        new Behavior(
            null, "bucket", List.of(), false, function.isEmpty() ? List.of() : List.of(function));
    var origin = new Origin("calls.s3.amazonaws.com", path, control, identity);
    var distribution =
        new Distribution(
            "E1", true, true, List.of(behavior), Map.of("bucket", origin), Set.of(), Map.of());

    var finding = DistributionOriginCheck.judge("It.", distribution, rewrite);

    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.found() + finding.cure()).contains(told);
  }

  @ParameterizedTest
  @CsvSource({
    "403 MissingKey, 206 none, OK, nothing is without one",
    "206 none, 206 none, FAILED, without a link",
    "403 MissingKey, 403 InvalidKey, FAILED, distribution-keys",
    "403 MissingKey, 403 AccessDenied, FAILED, distribution-origin",
    "403 MissingKey, 404 NoSuchKey, FAILED, no such file",
    "403 MissingKey, 502 none, FAILED, status 502 and no code"
  })
  void linkIsFollowedAndTriedWithoutItsSignature(
      String open, String signed, Verdict verdict, String told) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var answer = (exchange.getRequestURI().getQuery() == null ? open : signed).split(" ");
          var body =
              (answer[1].equals("none") ? "R" : "<Error><Code>" + answer[1] + "</Code></Error>")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(Integer.parseInt(answer[0]), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      var link =
          URI.create(
              "http://127.0.0.1:%d/connect/x.wav?Signature=hunter2"
                  .formatted(server.getAddress().getPort()));

      var finding = DistributionLinkCheck.follow("It.", link);

      assertThat(finding.verdict()).isEqualTo(verdict);
      assertThat(finding.found() + finding.cure()).contains(told).doesNotContain("hunter2");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void distributionThatDoesNotAnswerFails() {
    assertThat(DistributionLinkCheck.follow("It.", URI.create("http://127.0.0.1:1/x?y")).verdict())
        .isEqualTo(Verdict.FAILED);
  }
}
