package com.aftercall.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.contact.Feature;
import com.aftercall.contact.SampleRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * What a server that is killed leaves behind is enough for the next one. Real processes on one data
 * folder; the tests follow one another on it, because each start costs seconds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashIT {

  private static final int CONTACTS = 40;
  private static final Duration LONG = Duration.ofSeconds(90);

  private final Path data = newDataFolder();
  private final int port = ServerProcess.freePort();
  private final Random random = new Random();
  private ServerProcess server = ServerProcess.start(data, port);

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void contactsAreAllDoneOnceThoughTheServerIsKilledTwice() throws IOException {
    awaitReady();
    server.send("PUT", "/api/v1/objects/calls/c.wav", fixture("journey/recording-9s-8khz.wav"));
    server.send(
        "PUT",
        "/api/v1/objects/calls/c.transcribe.json",
        fixture("journey/recording-9s.transcribe.json"));
    assertThat(server.send("POST", "/api/v1/contact-records", records()).statusCode())
        .isEqualTo(202);

    for (var kill = 0; kill < 2; kill++) {
      sleepUpTo(1_500);
      server.kill();
      server = ServerProcess.start(data, port);
      awaitReady();
    }

    await().atMost(LONG).until(() -> complete().size() == CONTACTS);
    assertThat(numbers())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, CONTACTS).mapToObj("CCA %06d"::formatted).toList());
    for (var i = 0; i < CONTACTS; i++) {
      assertDoneOnce(server.get("/api/v1/contacts/crash-" + i));
    }
  }

  private static void assertDoneOnce(JsonNode page) {
    assertThat(page.path("steps").valueStream().map(step -> step.path("name").asString()))
        .containsExactlyElementsOf(Arrays.stream(Feature.values()).map(Feature::label).toList());
    assertThat(page.path("steps").valueStream())
        .allSatisfy(
            step -> assertThat(step.path("state").asString()).isIn("complete", "notRequested"));
    assertThat(page.path("transcript").path("words").asInt()).isEqualTo(27);
    assertThat(page.path("attachments").size()).isEqualTo(4);
    assertThat(page.path("deliveries").path("redelivered").asInt()).isZero();
  }

  @Test
  @Order(2)
  void databaseThatDiesIsReportedAndNothingThatWasConfirmedIsLost() throws Exception {
    server.database().destroyForcibly();

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(server.send("GET", "/health", new byte[0]).statusCode()).isEqualTo(503));
    var answer = server.send("POST", "/api/v1/contact-records", record("while-down"));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();

    server.kill();
    server = ServerProcess.start(data, port);
    awaitReady();
    assertThat(complete()).hasSize(CONTACTS);
    assertThat(server.send("GET", "/api/v1/contacts/while-down", new byte[0]).statusCode())
        .isEqualTo(404);
  }

  @Test
  @Order(3)
  void secondServerOnTheSameFolderSaysSoInOneSentence() throws Exception {
    var second = ServerProcess.start(data, ServerProcess.freePort());

    assertThat(second.awaitExit(Duration.ofSeconds(30))).isEqualTo(1);
    assertThat(sentence(second.output()))
        .isEqualTo(
            "aftercall: another Aftercall server is using the data folder "
                + data
                + "; stop it or choose another folder with --data");
  }

  @Test
  @Order(4)
  void takenPortIsSaidInOneSentence() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var second =
          ServerProcess.start(data.resolveSibling(data.getFileName() + "-2"), other.getLocalPort());

      assertThat(second.awaitExit(Duration.ofSeconds(30))).isEqualTo(1);
      assertThat(sentence(second.output()))
          .isEqualTo(
              "aftercall: port "
                  + other.getLocalPort()
                  + " on 127.0.0.1 is in use by another program; stop it or choose another with --port");
    }
  }

  @Test
  @Order(5)
  void folderThatCannotBeWrittenIsSaidInOneSentence() throws Exception {
    var file = Files.writeString(data.resolveSibling(data.getFileName() + "-file"), "");
    var second = ServerProcess.start(file.resolve("sub/data"), ServerProcess.freePort());

    assertThat(second.awaitExit(Duration.ofSeconds(30))).isEqualTo(1);
    assertThat(sentence(second.output()))
        .startsWith(
            "aftercall: the data folder "
                + file.resolve("sub/data")
                + " cannot be written (not a directory); ");
  }

  @Test
  @Order(6)
  void terminatedServerEndsSoonAndLeavesNoProcessBehind() throws Exception {
    var database = server.database();

    assertThat(server.terminate(Duration.ofSeconds(10))).isIn(0, 143);

    // Where nobody reaps it, an ended process keeps its number, but has no command any more.
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> !database.isAlive() || database.info().command().isEmpty());
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(server.output()).doesNotContain("Exception", "\tat ");
  }

  private void awaitReady() {
    await().atMost(LONG).pollInterval(Duration.ofMillis(100)).until(server::isReady);
  }

  /** A kill has to come at a moment that nobody chose; this is no wait for anything. */
  private void sleepUpTo(int millis) {
    var until = System.nanoTime() + Duration.ofMillis(random.nextInt(millis)).toNanos();
    await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> System.nanoTime() > until);
  }

  private List<JsonNode> complete() throws IOException {
    return server
        .get("/api/v1/contacts?limit=200&state=complete")
        .path("items")
        .valueStream()
        .toList();
  }

  private List<String> numbers() throws IOException {
    return server
        .get("/api/v1/contacts?limit=200")
        .path("items")
        .valueStream()
        .map(item -> item.path("name").asString())
        .toList();
  }

  private static String sentence(String output) {
    assertThat(output).doesNotContain("Exception", "\tat ");
    var lines =
        new ArrayList<>(output.lines().filter(line -> !line.startsWith("WARNING")).toList());
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }

  private static byte[] records() {
    return IntStream.range(0, CONTACTS)
        .mapToObj(i -> new String(record("crash-" + i), UTF_8))
        .collect(Collectors.joining("\n"))
        .getBytes(UTF_8);
  }

  private static byte[] record(String id) {
    return SampleRecord.asGiven()
        .with("ContactId", id)
        .recordedAt("calls/c.wav")
        .json()
        .getBytes(UTF_8);
  }

  private static byte[] fixture(String name) throws IOException {
    try (var file = CrashIT.class.getResourceAsStream("/" + name)) {
      if (file == null) {
        throw new IllegalArgumentException("no fixture " + name);
      }
      return file.readAllBytes();
    }
  }

  private static Path newDataFolder() {
    try {
      var target = Files.createDirectories(Path.of("target/it").toAbsolutePath());
      var folder = Files.createTempDirectory(target, "crash-");
      Files.createDirectories(folder.resolve("cache"));
      Files.createSymbolicLink(
          folder.resolve("cache/postgres"),
          Files.createDirectories(target.resolve("postgres-programs")));
      return folder;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
