package com.aftercall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.cli.client.Diagnosis.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

  private static final String DATABASE =
      """
      {"id":"database","title":"Database","verdict":"ok","lookedAt":"It.","found":"Version 17.5.",
       "cure":null,"millis":3}
      """;
  private static final String DISK =
      """
      {"id":"disk","title":"Room in the data folder","verdict":"warning",
       "lookedAt":"The folder /data.","found":"1.0 of 9.0 GB are free.","cure":"Free space.",
       "millis":1}
      """;
  private static final String SECRET =
      """
      {"id":"secret","title":"Fields of the secret, and the key in it","verdict":"failed",
       "lookedAt":"The secret at arn:aws:secretsmanager:eu-central-1:123456789012:secret:SalesforceCredentials-AbCdEf.",
       "found":"Set: CloudFrontPrivateKey. One half of the key's two fields is missing.",
       "cure":"Set both.","millis":1}
      """;

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

  private int doctor(String checks, String... options) {
    server.canned.clear();
    server.answer(
        "GET /api/v1/doctor",
        200,
        "{\"verdict\":\"failed\",\"at\":\"2026-11-22T12:00:00Z\",\"version\":\"0.1.0\",\"checks\":["
            + checks
            + "]}");
    var arguments = new String[options.length + 1];
    arguments[0] = "doctor";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return command.run(arguments);
  }

  @Test
  void whatNeedsCareComesFirstAndInFull() {
    assertThat(doctor(DATABASE + "," + DISK + "," + SECRET)).isEqualTo(1);
    assertThat(command.out())
        .isEqualTo(
            """
            Aftercall 0.1.0 at %s
            1 failed, 1 to look at, 1 ok

            ✗ failed  Fields of the secret, and the key in it  secret
                Looked at: The secret at
                arn:aws:secretsmanager:eu-central-1:123456789012:secret:SalesforceCredentials-AbCdEf.
                Found: Set: CloudFrontPrivateKey. One half of the key's two fields is
                missing.
                Do: Set both.

            ! warning Room in the data folder  disk
                Looked at: The folder /data.
                Found: 1.0 of 9.0 GB are free.
                Do: Free space.

            ✓ ok      Database  database
                Version 17.5.
            """
                .formatted(server.url()));
  }

  @Test
  void warningsAreNoFailureUnlessThatIsWanted() {
    assertThat(doctor(DATABASE + "," + DISK)).isZero();
    assertThat(doctor(DATABASE + "," + DISK, "--strict")).isEqualTo(1);
    assertThat(doctor(DATABASE, "--strict")).isZero();
  }

  @Test
  void jsonIsTheServersAnswerAndTheExitStatusItsVerdict() {
    assertThat(doctor(SECRET, "--json")).isEqualTo(1);
    assertThat(command.out()).startsWith("{\"verdict\":\"failed\"").contains("\"millis\":1");
  }

  @Test
  void checkThatTheServerDoesNotKnowIsToldInItsWords() {
    server.answer(
        "GET /api/v1/doctor",
        400,
        "{\"title\":\"Bad request\",\"status\":400,\"detail\":\"There is no such check.\"}");

    assertThat(command.run("doctor", "--check", "tea")).isEqualTo(1);
    assertThat(command.err()).contains("There is no such check.");
  }

  @Test
  void userIsAskedAboutByNameWhateverItHas() {
    assertThat(doctor(DATABASE, "--user", "j&ann b")).isZero();

    assertThat(server.queries).containsExactly("user=j%26ann%20b");
  }

  @Test
  void userAndCheckDoNotGoTogether() {
    assertThat(doctor(DATABASE, "--user", "ann", "--check", "database")).isEqualTo(64);
    assertThat(server.requests).isEmpty();
  }

  @Test
  void withoutAServerWhatCanBeSeenIsShown(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("postgres"));
    server.close();

    assertThat(command.run("doctor", "--data", folder.toString())).isEqualTo(3);
    assertThat(command.out())
        .startsWith("No server at " + server.url())
        .contains("failed  The server", "ok      The data folder", "ok      Java")
        .contains("It can be written and has a database.");
  }

  @Test
  void withoutAServerJsonSaysSoToo(@TempDir Path folder) {
    server.close();

    assertThat(command.run("doctor", "--json", "--data", folder.resolve("none").toString()))
        .isEqualTo(3);
    assertThat(command.out())
        .startsWith("{\"verdict\":\"failed\"")
        .contains("\"id\":\"server\"", "There is none yet.");
  }

  @Test
  void olderJavaIsNotEnough() {
    assertThat(LocalChecks.java(24).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(LocalChecks.java(25).verdict()).isEqualTo(Verdict.OK);
  }
}
