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
        {"id":"b1","bucket":"records","stream":null,"state":"failed","files":0,"partitions":0,
          "partitionsRead":0,"reachedAt":null,"accepted":0,"redelivered":0,"rejected":0,
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
  void bucketOrStreamIsNeededAndNotBoth() {
    assertThat(command.run("backfill")).isEqualTo(ExitCode.USAGE);
    assertThat(command.run("backfill", "--bucket", "records", "--stream", "kafka:records"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(server.requests).isEmpty();
  }

  @Test
  void streamIsReadFromATimeAndSaysWhatWasKnown() {
    server.answer(
        "POST /api/v1/backfills",
        202,
        """
        {"id":"b1","stream":"kinesis:records","bucket":null,"state":"running","files":0,
          "partitions":4,"partitionsRead":1,"reachedAt":"2026-11-20T10:00:00.123Z","accepted":5,
          "redelivered":0,"rejected":0,"message":null}
        """);
    server.answer(
        "GET /api/v1/backfills/b1",
        200,
        """
        {"id":"b1","stream":"kinesis:records","bucket":null,"state":"complete","files":0,
          "partitions":4,"partitionsRead":4,"reachedAt":null,"accepted":1200,
          "redelivered":1180,"rejected":0,"message":null}
        """);

    assertThat(
            command.run(
                "backfill", "--stream", "kinesis:records", "--from", "2026-11-20T00:00:00Z"))
        .isZero();
    assertThat(command.out())
        .isEqualTo(
            "complete: 4 of 4 partitions read, 1,200 accepted (1,180 known before), 0 rejected%n"
                .formatted());
  }

  private static String backfill(String state, int files, int accepted, int rejected) {
    return """
        {"id":"b1","bucket":"records","stream":null,"state":"%s","place":null,"files":%d,
          "partitions":0,"partitionsRead":0,"reachedAt":null,"accepted":%d,"redelivered":0,
          "rejected":%d,"message":null}
        """
        .formatted(state, files, accepted, rejected);
  }
}
