package com.aftercall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenAndModelsTest {

  private ServerDouble server;
  private CommandRun command;

  @BeforeEach
  void start() throws IOException {
    server = new ServerDouble();
    command = new CommandRun(Path.of("/nowhere")).at(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aNewTokenAloneGoesToStandardOutput() {
    server.answer(
        "POST /api/v1/tokens", 201, "{\"id\":\"t1\",\"name\":\"ci\",\"token\":\"the-secret\"}");

    assertThat(command.run("token", "create", "--name", "ci")).isZero();
    assertThat(command.out()).isEqualTo("the-secret%n".formatted());
    assertThat(command.err()).isEqualTo("Token t1 (ci):%n".formatted());
    assertThat(server.lastBody)
        .isEqualTo(
            "{\"name\":\"ci\",\"permissions\":null,\"contacts\":\"all\",\"expiresAt\":null}");
  }

  @Test
  void aTokenIsMadeForWhatItIsToDoAndForHowLong() {
    server.answer(
        "POST /api/v1/tokens", 201, "{\"id\":\"t2\",\"name\":\"intake\",\"token\":\"x\"}");

    command.run(
        "token",
        "create",
        "--name",
        "intake",
        "--scope",
        "submit",
        "--scope",
        "listen,audit",
        "--no-contacts",
        "--expires",
        "30d");
    assertThat(server.lastBody)
        .isEqualTo(
            "{\"name\":\"intake\",\"permissions\":[\"submit\",\"listen\",\"audit\"],"
                + "\"contacts\":\"none\",\"expiresAt\":\"2026-12-22T12:00:00Z\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "12h, 2026-11-23T00:00:00Z",
    "2w, 2026-12-06T12:00:00Z",
    "2027-01-31, 2027-01-31T00:00:00Z",
    "2027-01-31T12:00:00+01:00, 2027-01-31T11:00:00Z"
  })
  void anEndIsAWhileADayOrATime(String text, String end) {
    assertThat(Expiry.of(text, Instant.parse("2026-11-22T12:00:00Z"))).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "0d", "2026-11-22", "30", "1h30"})
  void anEndThatIsNoneOrOverMakesNoToken(String text) {
    assertThat(command.run("token", "create", "--expires", text)).isEqualTo(ExitCode.USAGE);
    assertThat(command.err()).contains("--expires: " + text);
    assertThat(server.requests).isEmpty();
  }

  @Test
  void tokensAreListedWithTheTimeOfTheirLastUse() {
    server.answer(
        "GET /api/v1/tokens",
        200,
        """
        {"items":[{"id":"t1","name":"operator","createdAt":"2026-11-22T10:00:00.123Z",
          "lastUsedAt":null,"permissions":null,"contacts":"all"},
          {"id":"t2","name":"intake","createdAt":"2026-11-22T10:00:00Z","lastUsedAt":null,
          "permissions":["submit","listen"],"contacts":"none","expiresAt":"2026-12-22T12:00:00Z"}]}
        """);

    command.run("token", "list");
    assertThat(command.out())
        .isEqualTo(
            """
            id  name      created               last used  ends                  good for
            t1  operator  2026-11-22T10:00:00Z  never      never                 everything
            t2  intake    2026-11-22T10:00:00Z  never      2026-12-22T12:00:00Z  submit, listen
            """);
  }

  @Test
  void aLinkSignsABrowserIn() {
    command.run("token", "link");
    assertThat(command.out()).isEqualTo("%s/login#code=once-only%n".formatted(server.url()));
  }

  @Test
  void pullStaysUntilTheModelIsHere() {
    server.answer("POST /api/v1/models/base.en", 202, "{}");
    server.answer("GET /api/v1/models", 200, models("downloading", 30));
    server.answer("GET /api/v1/models", 200, models("downloading", 70));
    server.answer("GET /api/v1/models", 200, models("present", 100));

    assertThat(command.run("models", "pull", "base.en")).isZero();
    assertThat(command.out().replaceAll("\\[.*?\\]", "[]"))
        .isEqualTo(
            """
            base.en []  30 %  30 B of 100 B
            base.en []  70 %  70 B of 100 B
            Model base.en is here.
            """);
  }

  @Test
  void aDownloadThatFailsSaysWhy() {
    server.answer("POST /api/v1/models/base.en", 202, "{}");
    server.answer("GET /api/v1/models", 200, models("failed", 30));

    assertThat(command.run("models", "pull", "base.en")).isEqualTo(1);
    assertThat(command.err()).contains("could not be downloaded: The disk is full.");
  }

  private static String models(String state, int downloaded) {
    return """
        {"items":[{"name":"base.en","engine":"whisper","sizeBytes":100,"state":"%s",
          "downloadedBytes":%d,"error":"The disk is full."}]}
        """
        .formatted(state, downloaded);
  }
}
