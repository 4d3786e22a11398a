package com.aftercall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackfillCommandTest {

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
  void waitsForTheEndAndSaysWhatBecameOfTheFiles() {
    server.answer("POST /api/v1/backfills", 202, backfill("running", 0, 0, 0));
    server.answer("GET /api/v1/backfills/b1", 200, backfill("running", 3, 1_200, 0));
    server.answer("GET /api/v1/backfills/b1", 200, backfill("complete", 12, 4_800, 0));

    assertThat(command.run("backfill", "--bucket", "records", "--from", "2026-11-20T00:00:00Z"))
        .isZero();
    assertThat(command.out())
        .isEqualTo("complete: 12 files, 4,800 accepted, 0 rejected%n".formatted());
    assertThat(command.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  void rejectedRecordsAreSeenInTheExitStatus() {
    server.answer("POST /api/v1/backfills", 202, backfill("complete", 1, 4, 1));

    assertThat(command.run("backfill", "--bucket", "records")).isEqualTo(ExitCode.REJECTED);
  }

  @Test
  void backfillThatFailedSaysWhy() {
    server.answer(
        "POST /api/v1/backfills",
        202,
        """
        {"id":"b1","state":"failed","files":0,"accepted":0,"rejected":0,
          "message":"the bucket may not be listed"}
        """);

    assertThat(command.run("backfill", "--bucket", "records")).isEqualTo(ExitCode.FAILED);
    assertThat(command.out()).contains("failed").contains("the bucket may not be listed");
  }

  @Test
  void withoutWaitingItsIdAloneIsPrinted() {
    server.answer("POST /api/v1/backfills", 202, backfill("running", 0, 0, 0));

    assertThat(command.run("backfill", "--bucket", "records", "--no-wait")).isZero();
    assertThat(command.out()).isEqualTo("b1%n".formatted());
    assertThat(server.requests).containsExactly("POST /api/v1/backfills");
  }

  @Test
  void bucketIsNeeded() {
    assertThat(command.run("backfill")).isEqualTo(ExitCode.USAGE);
  }

  private static String backfill(String state, int files, int accepted, int rejected) {
    return """
        {"id":"b1","bucket":"records","state":"%s","place":null,"files":%d,"accepted":%d,
          "rejected":%d,"message":null}
        """
        .formatted(state, files, accepted, rejected);
  }
}
