package com.aftercall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {

  @TempDir Path home;

  @Test
  void withoutAServerOneSentenceSaysHowToStartIt() throws IOException {
    var run = new CommandRun(home);
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    var status = run.run("status", "--url", "http://localhost:" + port);

    assertThat(status).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "No server answers at http://localhost:%d. Start it with ./aftercall serve.%n"
                .formatted(port));
  }

  @Test
  void theOperatorsTokenIsReadFromTheDataFolderOfTheProject() throws IOException {
    try (var server = new ServerDouble()) {
      Files.createDirectories(home.resolve("data"));
      Files.writeString(home.resolve("data/operator.token"), ServerDouble.TOKEN + "\n");

      assertThat(new CommandRun(home).run("status", "--url", server.url())).isZero();
    }
  }

  @Test
  void theOperatorsTokenIsReadFromTheDataFolderThatIsNamed() throws IOException {
    try (var server = new ServerDouble()) {
      Files.writeString(home.resolve("operator.token"), ServerDouble.TOKEN);
      var run = new CommandRun(Path.of("/nowhere"));

      assertThat(run.run("status", "--url", server.url(), "--data", home.toString())).isZero();
      run.variables.put("AFTERCALL_DATA", home.toString());
      assertThat(run.run("status", "--url", server.url())).isZero();
    }
  }

  @Test
  void aTokenThatIsGivenComesBeforeTheOperators() throws IOException {
    try (var server = new ServerDouble()) {
      Files.writeString(home.resolve("operator.token"), "old");
      var run = new CommandRun(home);
      run.variables.put("AFTERCALL_DATA", home.toString());

      assertThat(run.run("status", "--url", server.url())).isEqualTo(1);
      assertThat(run.run("status", "--url", server.url(), "--token", ServerDouble.TOKEN)).isZero();
      run.variables.put("AFTERCALL_TOKEN", ServerDouble.TOKEN);
      assertThat(run.run("status", "--url", server.url())).isZero();
    }
  }

  @Test
  void theOperatorsTokenGoesToNoOtherMachine() throws IOException {
    Files.createDirectories(home.resolve("data"));
    Files.writeString(home.resolve("data/operator.token"), "secret");
    var surroundings = new CommandRun(home).surroundings();
    var connection = new Connection();

    assertThat(connection.findToken(surroundings, URI.create("http://localhost:8484")))
        .contains("secret");
    assertThat(connection.findToken(surroundings, URI.create("http://127.0.0.1:8484")))
        .contains("secret");
    assertThat(connection.findToken(surroundings, URI.create("https://calls.example.com")))
        .isEmpty();
  }

  @Test
  void aRefusedTokenIsExplainedAndNeverShown() throws IOException {
    try (var server = new ServerDouble()) {
      var run = new CommandRun(home);

      var status = run.run("status", "--url", server.url(), "--token", "wrong-secret");

      assertThat(status).isEqualTo(1);
      assertThat(run.err()).contains("does not accept the token").doesNotContain("wrong-secret");
    }
  }

  @Test
  void aProblemIsShownAsTitleAndDetail() throws IOException {
    try (var server = new ServerDouble()) {
      server.answer(
          "DELETE /api/v1/tokens/t1", 404, "{\"title\":\"Not found\",\"detail\":\"No token t1.\"}");
      var run = new CommandRun(home).at(server);

      assertThat(run.run("token", "revoke", "t1")).isEqualTo(1);
      assertThat(run.err()).isEqualTo("Not found: No token t1.%n".formatted());
    }
  }

  @Test
  void somethingElseThatAnswersIsNotTakenForAServer() throws IOException {
    try (var server = new ServerDouble()) {
      server.answer("GET /api/v1/status", 200, "<html>");
      var run = new CommandRun(home).at(server);

      assertThat(run.run("status")).isEqualTo(1);
      assertThat(run.err()).contains("not what an Aftercall server says");
    }
  }

  @Test
  void aWrongOptionIsNamedWithTheCommandThatExplainsIt() {
    var run = new CommandRun(home);

    assertThat(run.run("status", "--frob")).isEqualTo(64);
    assertThat(run.err()).contains("--frob").contains("aftercall status --help");
    assertThat(run.run("frob")).isEqualTo(64);
    assertThat(run.err()).contains("There is no command 'frob'");
  }
}
