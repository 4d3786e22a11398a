package com.aftercall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.aws.AwsJsonDouble;
import com.aftercall.aws.AwsJsonDouble.Trouble;
import com.aftercall.aws.QueueService;
import com.aftercall.aws.TestIdentity;
import com.aftercall.contact.SampleRecord;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import com.aftercall.stream.Streams;
import com.aftercall.transcript.aws.TranscribeService;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * One server with two queues of Amazon SQS: events of a bucket to which files of contact records
 * are written, and events of Amazon Transcribe's jobs. Buckets are folders.
 */
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Import(AmazonTranscriptIT.FoldersAsBuckets.class)
class QueuesIT extends RunningServer {

  private static final AwsJsonDouble AMAZON = AwsJsonDouble.of("transcribe", "sqs");
  private static final TranscribeService TRANSCRIBE = TranscribeService.in(AMAZON);
  private static final QueueService SERVICE = QueueService.in(AMAZON, Duration.ofSeconds(2));
  private static final QueueService.Queue FILES = SERVICE.queue("record-files");
  private static final QueueService.Queue JOBS = SERVICE.queue("transcribe-events");

  private final ObjectStore objects;
  private final JdbcTemplate jdbc;
  private final Streams streams;

  @Autowired
  QueuesIT(ObjectStore objects, JdbcTemplate jdbc, Streams streams) {
    this.objects = objects;
    this.jdbc = jdbc;
    this.streams = streams;
  }

  @DynamicPropertySource
  static void useTheQueues(DynamicPropertyRegistry settings) {
    TestIdentity.take();
    settings.add("aftercall.aws.region", () -> "eu-central-1");
    settings.add("aftercall.aws.endpoints.sqs", AMAZON::address);
    settings.add("aftercall.aws.endpoints.transcribe", AMAZON::address);
    settings.add("aftercall.stream.files.queue", FILES::url);
    settings.add("aftercall.transcription.engine", () -> "amazon-transcribe");
    settings.add("aftercall.transcribe.output-bucket", () -> "transcripts");
    settings.add("aftercall.transcribe.queue", JOBS::url);
    // Longer than any test here: who has a transcript before was told.
    settings.add("aftercall.transcribe.first-look", () -> "30m");
  }

  @BeforeAll
  void writeTranscripts() {
    TRANSCRIBE.writeTranscriptsBy(
        place ->
            objects.put(
                ObjectLocation.parse(place),
                new ByteArrayInputStream(fixture("journey/recording-9s.transcribe.json"))));
  }

  @AfterEach
  void everyCallFitsTheModel() {
    FILES.beforeDeletion(null);
    assertThat(AMAZON.faults()).isEmpty();
  }

  @AfterAll
  static void close() {
    TestIdentity.drop();
    AMAZON.close();
  }

  @Test
  @Order(1)
  void recordsOfANewFileAreCommittedBeforeItsMessageIsDeleted() {
    var committed = new CopyOnWriteArrayList<Long>();
    FILES.beforeDeletion(body -> committed.add(contacts("queue-new-%")));
    api().store("firehose/2026/11/22/new", records("queue-new-1", "queue-new-2"));

    FILES.send(written("firehose", "2026/11/22/new"));

    awaitEmpty();
    assertThat(committed).containsExactly(2L);
    assertThat(report().path("state").asString()).isEqualTo("reading");
    assertThat(report().path("rejected").asInt()).isZero();
    assertThat(report().path("canBackfill").asBoolean()).isFalse();
  }

  @Test
  @Order(2)
  void messageOfAFileThatIsNotThereComesAgain() {
    var before = FILES.receipts();
    FILES.send(written("firehose", "2026/11/22/late"));
    await().atMost(Duration.ofSeconds(30)).until(() -> FILES.receipts() > before);
    assertThat(contacts("queue-late")).isZero();

    api().store("firehose/2026/11/22/late", records("queue-late"));

    awaitEmpty();
    assertThat(contacts("queue-late")).isEqualTo(1);
    assertThat(FILES.receipts()).isGreaterThanOrEqualTo(before + 2);
  }

  @Test
  @Order(3)
  void poisonIsSetAsideAndTheOthersGoOn() {
    api().store("firehose/2026/11/22/after", records("queue-after"));
    FILES.send("this is no JSON");
    FILES.send("{\"Service\": \"Amazon S3\", \"Event\": \"s3:TestEvent\"}");
    FILES.send(written("firehose", "2026/11/22/after"));

    awaitEmpty();

    assertThat(contacts("queue-after")).isEqualTo(1);
    assertThat(report().path("rejected").asInt()).isEqualTo(1);
    var poison = rejected().getFirst();
    assertThat(poison.path("stream").asString()).isEqualTo("queue:record-files");
    assertThat(poison.path("reason").asString()).contains("is no JSON object");
    assertThat(
            api()
                .get("/api/v1/rejected-records/%s/content".formatted(poison.path("id").asString()))
                .text())
        .isEqualTo("this is no JSON");
  }

  @Test
  @Order(4)
  void messageThatCouldNotBeDeletedMakesNoSecondContact() {
    AMAZON.fail("DeleteMessage", new Trouble.Refusal(400, "ReceiptHandleIsInvalid"));
    FILES.send(SampleRecord.of("queue-itself").json());

    awaitEmpty();

    assertThat(contacts("queue-itself")).isEqualTo(1);
    assertThat(
            jdbc.queryForObject(
                "select redelivered from contact where contact_id = 'queue-itself'", Long.class))
        .isEqualTo(1);
    assertThat(report().path("state").asString()).isEqualTo("reading");
  }

  @Test
  @Order(5)
  void doctorSaysHowManyMessagesWait() {
    var check = api().get("/api/v1/doctor?check=stream").json().path("checks").path(0);

    assertThat(check.path("lookedAt").asString()).isEqualTo("queue record-files");
    assertThat(check.path("found").asString()).startsWith("About 0 messages wait in it.");
  }

  @Test
  @Order(6)
  void transcriptIsFetchedWhenItsJobEnds() {
    api().store("calls/told.wav", fixture("journey/recording-9s-8khz.wav"));
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", "told")
                .recordedAt("calls/told.wav")
                .attribute("postcallTranscribeLanguage", "en-US")
                .attribute("postcallTranscribeComprehendAnalysis", "snt"));
    var recording = "s3://calls/told.wav";
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                !TRANSCRIBE.orders(recording).isEmpty()
                    && Api.step(api().page("told"), "transcript")
                        .path("state")
                        .asString()
                        .equals("waiting"));
    var job = TRANSCRIBE.orders(recording).getFirst().path("TranscriptionJobName").asString();
    TRANSCRIBE.finish(job);

    JOBS.send(ended(job));

    var page = api().settled("told");
    assertThat(page.path("state").asString()).isEqualTo("complete");
    assertThat(page.path("transcript").path("engine").asString()).isEqualTo("amazon-transcribe");
    assertThat(AMAZON.requests("GetTranscriptionJob")).hasSize(1);
    await().atMost(Duration.ofSeconds(10)).until(() -> JOBS.size() == 0);
  }

  @Test
  @Order(7)
  void waitingForMessagesEndsAtOnceInAStop() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> report().path("state").asString().equals("reading"));
    var begun = System.nanoTime();

    streams.stop();

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    assertThat(report().path("state").asString()).isEqualTo("stopped");
  }

  private void awaitEmpty() {
    await().atMost(Duration.ofSeconds(30)).until(() -> FILES.size() == 0);
  }

  private JsonNode report() {
    return api().get("/api/v1/streams").json().path("items").path(0);
  }

  private List<JsonNode> rejected() {
    var items = api().get("/api/v1/rejected-records").json().path("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  private long contacts(String pattern) {
    var count =
        jdbc.queryForObject(
            "select count(*) from contact where contact_id like ?", Long.class, pattern);
    return count == null ? 0 : count;
  }

  private static byte[] records(String... contactIds) {
    var text = new StringBuilder();
    for (var contactId : contactIds) {
      text.append(SampleRecord.of(contactId).json()).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  /** As in the Amazon S3 User Guide, "Event message structure". */
  private static String written(String bucket, String key) {
    return """
        {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "eu-central-1",
          "eventTime": "2026-11-22T10:00:00.000Z", "eventName": "ObjectCreated:Put",
          "s3": {"s3SchemaVersion": "1.0", "configurationId": "records",
            "bucket": {"name": "%s", "arn": "arn:aws:s3:::%s"},
            "object": {"key": "%s", "size": 1024, "sequencer": "0055AED6DCD90281E5"}}}]}
        """
        .formatted(bucket, bucket, key);
  }

  /** As in the Amazon Transcribe Developer Guide, "Amazon EventBridge". */
  private static String ended(String job) {
    return """
        {"version": "0", "id": "1a2b", "detail-type": "Transcribe Job State Change",
          "source": "aws.transcribe", "account": "123456789012", "time": "2026-11-22T10:00:00Z",
          "region": "eu-central-1", "resources": [],
          "detail": {"TranscriptionJobName": "%s", "TranscriptionJobStatus": "COMPLETED"}}
        """
        .formatted(job);
  }
}
