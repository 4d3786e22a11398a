package com.aftercall.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.aws.AwsJsonDouble;
import com.aftercall.aws.AwsJsonDouble.Trouble;
import com.aftercall.aws.TestIdentity;
import com.aftercall.contact.SampleRecord;
import com.aftercall.storage.aws.S3Server;
import com.aftercall.transcript.aws.TranscribeService;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;

/**
 * Two servers on one database, with recordings at S3 and Amazon Transcribe as their engine. Real
 * processes; the tests follow one another, because each start costs seconds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoServersIT {

  private static final Duration LONG = Duration.ofSeconds(90);
  private static final int CONTACTS = 12;
  private static final int JOBS = 3;

  private final Path folder = newFolder();
  private final AwsJsonDouble amazon = AwsJsonDouble.of("transcribe");
  private final TranscribeService transcribe = TranscribeService.in(amazon);
  private final S3Server buckets = S3Server.mock(folder);
  private final EmbeddedPostgres database = database();

  @BeforeAll
  void fill() throws IOException {
    TestIdentity.take();
    buckets.empty("calls", "transcripts");
    var transcript = fixture("journey/recording-9s.transcribe.json");
    transcribe.writeTranscriptsBy(
        place -> put(place.substring(0, place.indexOf('/')), after(place), transcript));
  }

  @AfterAll
  void close() throws IOException {
    TestIdentity.drop();
    amazon.close();
    buckets.close();
    database.close();
  }

  private static String after(String place) {
    return place.substring(place.indexOf('/') + 1);
  }

  private void put(String bucket, String key, byte[] content) {
    try (var client = buckets.client()) {
      client.putObject(to -> to.bucket(bucket).key(key), RequestBody.fromBytes(content));
    }
  }

  private ServerProcess start(String name) {
    var server =
        ServerProcess.start(
            folder.resolve(name),
            ServerProcess.freePort(),
            "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
            "--spring.datasource.username=postgres",
            "--aftercall.secrets.key-file=" + folder.resolve("secrets.key"),
            "--aftercall.aws.region=eu-central-1",
            "--aftercall.aws.endpoints.transcribe=" + amazon.address(),
            "--aftercall.aws.endpoints.s3=" + buckets.address(),
            "--aftercall.storage.s3.path-style=true",
            "--aftercall.storage.s3.buckets=calls,transcripts",
            "--aftercall.transcription.engine=amazon-transcribe",
            "--aftercall.transcribe.output-bucket=transcripts",
            "--aftercall.transcribe.first-look=300ms",
            "--aftercall.transcribe.jobs=" + JOBS,
            "--db-scheduler.heartbeat-interval=1s");
    await().atMost(LONG).until(server::isReady);
    return server;
  }

  private void hand(ServerProcess server, String id) throws IOException {
    put("calls", id + ".wav", fixture("journey/recording-9s-8khz.wav"));
    var record =
        SampleRecord.asGiven()
            .with("ContactId", id)
            .recordedAt("calls/" + id + ".wav")
            .json()
            .getBytes(UTF_8);
    assertThat(server.send("POST", "/api/v1/contact-records", record).statusCode()).isEqualTo(202);
  }

  private static JsonNode complete(ServerProcess server, String id) {
    await()
        .atMost(LONG)
        .until(
            () ->
                server
                    .get("/api/v1/contacts/" + id)
                    .path("state")
                    .asString("")
                    .matches("complete|failed"));
    try {
      var page = server.get("/api/v1/contacts/" + id);
      assertThat(page.path("state").asString())
          .as(page.path("reason").asString(""))
          .isEqualTo("complete");
      assertThat(page.path("transcript").path("engine").asString()).isEqualTo("amazon-transcribe");
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertOneJob(String id) {
    assertThat(
            transcribe.orders("s3://calls/" + id + ".wav").stream()
                .map(order -> order.path("TranscriptionJobName").asString())
                .distinct())
        .as("jobs of " + id)
        .hasSize(1);
  }

  @Test
  @Order(1)
  void jobOfAServerThatIsKilledBehindItsOrderIsFoundByTheOther() throws IOException {
    amazon.fail("StartTranscriptionJob", new Trouble.AnswerHeld());
    try (var first = start("first")) {
      hand(first, "killed");
      await().atMost(LONG).until(() -> !transcribe.orders("s3://calls/killed.wav").isEmpty());
      first.kill();
    }

    try (var second = start("second")) {
      complete(second, "killed");
    }
    assertThat(transcribe.orders("s3://calls/killed.wav")).hasSize(1);
    assertThat(amazon.faults()).isEmpty();
  }

  @Test
  @Order(2)
  void eachContactHasOneJobAndLimitsCountForBothServers() throws IOException {
    try (var first = start("first");
        var second = start("second")) {
      for (var number = 0; number < CONTACTS; number++) {
        hand(number % 2 == 0 ? first : second, "shared-" + number);
      }
      IntStream.range(0, CONTACTS).forEach(number -> complete(second, "shared-" + number));
      assertThat(first.output()).contains("is ordered");
      assertThat(second.output()).contains("is ordered");
    }
    IntStream.range(0, CONTACTS).forEach(number -> assertOneJob("shared-" + number));
    assertThat(transcribe.mostAtWork()).isBetween(1, JOBS);
    assertThat(amazon.faults()).isEmpty();
  }

  private EmbeddedPostgres database() {
    try {
      var programs = Files.createDirectories(Path.of("target/it/postgres-programs"));
      return EmbeddedPostgres.builder()
          .setOverrideWorkingDirectory(programs.toAbsolutePath().toFile())
          .setDataDirectory(folder.resolve("postgres"))
          .setServerConfig("listen_addresses", "localhost")
          .setServerConfig("unix_socket_directories", "")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] fixture(String name) throws IOException {
    try (var file = TwoServersIT.class.getResourceAsStream("/" + name)) {
      if (file == null) {
        throw new IllegalArgumentException("no fixture " + name);
      }
      return file.readAllBytes();
    }
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("target/it").toAbsolutePath()), "two-servers-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
