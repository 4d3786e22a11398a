package com.aftercall.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.doctor.Finding;
import com.aftercall.doctor.Finding.Verdict;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsClockCheckTest {

  private HttpServer server;

  /** Says the time as JDK's server does, whatever the status. */
  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(403, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Finding look(Duration ahead) {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new AwsClockCheck(
            new AwsSettings("eu-central-1", Map.of("s3", address)),
            () -> InstantSource.system().instant().plus(ahead))
        .run();
  }

  @ParameterizedTest
  @CsvSource({"PT0S, OK", "PT1M, WARNING", "PT-1M, WARNING", "PT6M, FAILED", "PT-6M, FAILED"})
  void clockIsComparedWithThatOfTheAnswer(Duration ahead, Verdict verdict) {
    var finding = look(ahead);

    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.lookedAt()).contains("127.0.0.1");
    if (verdict != Verdict.OK) {
      assertThat(finding.found()).contains(ahead.isNegative() ? "behind it" : "ahead of it");
    }
  }

  @Test
  void silenceFails() {
    server.stop(0);

    assertThat(look(Duration.ZERO).verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void answerWithoutATimeIsNotOfAws() {
    var finding = AwsClockCheck.judge("proxy", "yesterday", InstantSource.system().instant());

    assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
  }

  @Test
  void withoutAwsThereIsNothingToLookAt() {
    var check = new AwsClockCheck(new AwsSettings("", Map.of()), InstantSource.system());

    assertThat(check.run().verdict()).isEqualTo(Verdict.NOT_USED);
  }
}
