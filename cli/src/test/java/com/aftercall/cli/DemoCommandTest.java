package com.aftercall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

  @TempDir Path home;
  private ServerDouble server;
  private CommandRun command;

  @BeforeEach
  void start() throws IOException {
    server = new ServerDouble();
    command = new CommandRun(home).at(server);
    write("demo/entities/demo.csv", "Text,Type\n");
    contact("01-late-delivery", "c1");
    contact("02-good-service", "c2");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aServerThatRunsIsUsedAndTheTableAndTheSignInLinkAreShown() {
    assertThat(command.run("demo", "--port", "" + server.port())).isZero();

    assertThat(server.objects).containsOnlyKeys("b/c1.wav", "b/c2.wav");
    assertThat(command.out().replaceAll(" +\n", "\n"))
        .contains("late delivery: transcript complete (4.2 s)\nlate delivery: complete\n")
        .contains(
            """

            contact                    duration  language  sentiment  turns  time taken
            CCA 000001  late delivery      1:07  en-US     negative      14       4.2 s
            CCA 000001  good service       1:07  en-US     negative      14       4.2 s

            """)
        .contains("Open " + server.url() + "\n")
        .contains(server.url() + "/login#code=once-only");
    assertThat(home.resolve("data/entities/demo.csv")).exists();
  }

  @Test
  void contactsFromAnEarlierTimeAreShownAndNotSentAgain() {
    command.run("demo", "--port", "" + server.port());
    server.requests.clear();

    assertThat(command.run("demo", "--port", "" + server.port())).isZero();

    assertThat(server.requests).doesNotContain("POST /api/v1/contact-records");
    assertThat(command.out())
        .contains("late delivery: complete from an earlier time\ngood service: complete from")
        .contains("CCA 000001  late delivery")
        .doesNotContain("transcript complete");
  }

  @Test
  void aContactThatFailsMakesTheDemoFailWithItsReason() {
    server.answer(
        "GET /api/v1/contacts/c2",
        200,
        """
        {"name":"CCA 000002","contactId":"c2","state":"failed","reason":"The recording is broken.",
         "steps":[{"name":"recording","state":"failed","attempts":1,"message":"No RIFF header."}]}
        """);

    assertThat(command.run("demo", "--exit", "--port", "" + server.port())).isEqualTo(1);

    assertThat(server.requests).contains("POST /api/v1/contacts/c2/retry");
    assertThat(command.err())
        .contains("good service is failed: The recording is broken.")
        .contains("  recording: No RIFF header.");
    assertThat(command.out()).contains("good service (failed)").doesNotContain("login#");
  }

  @Test
  void aContactThatNeverGetsThroughIsGivenUpAfterTheLimit() {
    server.answer(
        "GET /api/v1/contacts/c1",
        200,
        "{\"name\":\"CCA 000001\",\"contactId\":\"c1\",\"state\":\"waiting\",\"steps\":[]}");

    assertThat(command.run("demo", "--limit", "1", "--port", "" + server.port())).isEqualTo(1);
    assertThat(command.err())
        .contains("They are not through after 1 minutes.")
        .contains("late delivery is waiting");
  }

  @Test
  void aServerOfAnotherDataFolderIsNotTouched() {
    command.variables.put("AFTERCALL_TOKEN", "of another server");

    assertThat(command.run("demo", "--port", "" + server.port())).isEqualTo(1);
    assertThat(command.err()).contains("does not work on the data folder").contains("--port");
    assertThat(server.requests).containsExactly("GET /api/v1/status");
  }

  @Test
  void anotherProgramOnThePortIsSaidToBeInTheWay() {
    server.answer("GET /api/v1/status", 200, "<html>Welcome to nginx</html>");

    assertThat(command.run("demo", "--port", "" + server.port())).isEqualTo(1);
    assertThat(command.err())
        .isEqualTo(
            "Port %d is in use by another program; choose another one with --port.%n"
                .formatted(server.port()));
  }

  @Test
  void aServerThatDiesIsQuotedWithoutItsStackTrace() throws IOException {
    var port = server.port();
    server.close();
    write(
        "aftercall",
        """
        echo "The data folder $5 is locked by another server."
        printf '\\tat com.example.Foo.bar(Foo.java:1)\\nCaused by: java.io.IOException\\n'
        exit 1
        """);

    assertThat(command.run("demo", "--port", "" + port)).isEqualTo(1);
    assertThat(command.err())
        .contains("The server did not start. It said last:")
        .contains("The data folder " + home.resolve("data") + " is locked by another server.")
        .contains("data/logs/server.log")
        .doesNotContain("Foo.java")
        .doesNotContain("Caused by");
  }

  private void contact(String folder, String id) throws IOException {
    write(
        "demo/contacts/" + folder + "/record.json",
        "{\"ContactId\":\"%s\",\"Recording\":{\"Location\":\"b/%s.wav\"}}".formatted(id, id));
    write("demo/contacts/" + folder + "/recording.wav", "RIFF");
  }

  private void write(String name, String text) throws IOException {
    var file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
