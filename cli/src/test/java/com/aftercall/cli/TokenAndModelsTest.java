package com.aftercall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
  }

  @Test
  void tokensAreListedWithTheTimeOfTheirLastUse() {
    server.answer(
        "GET /api/v1/tokens",
        200,
        """
        {"items":[{"id":"t1","name":"operator","createdAt":"2026-11-22T10:00:00.123Z",
          "lastUsedAt":null}]}
        """);

    command.run("token", "list");
    assertThat(command.out())
        .isEqualTo(
            """
            id  name      created               last used
            t1  operator  2026-11-22T10:00:00Z  never
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
