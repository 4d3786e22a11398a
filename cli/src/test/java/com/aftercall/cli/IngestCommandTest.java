package com.aftercall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandTest {

  private static final String LOCATION = "bucket/2026/11/20/c1_20261120T09:14_UTC.wav";

  @TempDir Path folder;
  private ServerDouble server;
  private CommandRun command;

  @BeforeEach
  void start() throws IOException {
    server = new ServerDouble();
    command = new CommandRun(folder.resolve("home")).at(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRecordingGoesToThePlaceThatItsRecordNamesBeforeTheRecord() throws IOException {
    write("records.json", record("c1", LOCATION));
    write("c1_20261120T09:14_UTC.wav", "RIFF");

    assertThat(ingest("records.json")).isZero();

    assertThat(server.objects).containsOnlyKeys(LOCATION);
    assertThat(server.contacts).containsOnlyKeys("c1");
    assertThat(server.requests)
        .endsWith("PUT /api/v1/objects/" + LOCATION, "POST /api/v1/contact-records");
  }

  @Test
  void aColonMayHaveBecomeAnUnderscoreOnTheDisk() throws IOException {
    write("records.json", record("c1", LOCATION));
    write("c1_20261120T09_14_UTC.wav", "RIFF");

    ingest("records.json");

    assertThat(server.objects).containsOnlyKeys(LOCATION);
  }

  @Test
  void recordJsonTakesRecordingWavBesideItAndItsFinishedTranscript() throws IOException {
    write("04-kettle/record.json", record("c1", LOCATION));
    write("04-kettle/recording.wav", "RIFF");
    write("04-kettle/recording.transcribe.json", "{}");
    write("04-kettle/script.tsv", "not for the server");

    assertThat(ingest("04-kettle")).isZero();

    assertThat(server.objects)
        .containsOnlyKeys(LOCATION, "bucket/2026/11/20/c1_20261120T09:14_UTC.transcribe.json");
    assertThat(server.contacts).containsOnlyKeys("c1");
    assertThat(command.out()).startsWith("1 record accepted, 1 recording uploaded (4 B) in ");
  }

  @Test
  void manyLinesAreSentInRequestsOfFiveHundred() throws IOException {
    write(
        "many.ndjson",
        IntStream.range(0, 1201)
            .mapToObj(i -> record("c" + i, "b/k"))
            .collect(Collectors.joining("\n")));

    assertThat(ingest("many.ndjson")).isZero();

    assertThat(server.batches).containsExactly(500, 500, 201);
    assertThat(server.contacts).hasSize(1201);
    assertThat(command.out()).startsWith("1,201 records accepted in ");
  }

  @Test
  void aPackedArrayIsReadAndItsRecordsArriveUnchanged() throws IOException {
    var record = "{\"ContactId\":\"c1\",\"Score\":4.30,\"Big\":123456789012345678901234567890}";
    try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.json.gz")))) {
      out.write("\uFEFF[\n %s ,{\"ContactId\":\"c2\"}]".formatted(record).getBytes(UTF_8));
    }

    assertThat(ingest("a.json.gz")).isZero();

    assertThat(server.contacts).containsOnlyKeys("c1", "c2");
    assertThat(server.batches).containsExactly(2);
  }

  @Test
  void theEventOfAKinesisTriggerIsTakenApart() throws IOException {
    var data = Base64.getEncoder().encodeToString(record("c1", LOCATION).getBytes(UTF_8));
    write(
        "event.json",
        "{\"Records\":[{\"kinesis\":{\"data\":\"%s\"}},{\"kinesis\":{\"data\":\"!\"}}]}"
            .formatted(data));

    assertThat(ingest("event.json")).isEqualTo(2);

    assertThat(server.contacts).containsOnlyKeys("c1");
    assertThat(command.err()).contains("event.json, record 1: kinesis.data is not base64");
  }

  @Test
  void rejectedRecordsAreNamedByFilePlaceAndReasonAndTheOthersAreKept() throws IOException {
    write(
        "mixed.jsonl",
        String.join(
            "\n",
            record("c0", "b/k"),
            "{\"Channel\":\"VOICE\"}",
            "{\"ContactId\":",
            "[1]",
            "",
            record("c4", "b/k")));

    var status = ingest("mixed.jsonl");

    assertThat(status).isEqualTo(2);
    assertThat(server.contacts).containsOnlyKeys("c0", "c4");
    assertThat(command.err())
        .contains("mixed.jsonl, record 1: ContactId is missing")
        .contains("mixed.jsonl, record 2: not valid JSON")
        .contains("mixed.jsonl, record 3: not valid JSON: A contact record is a JSON object");
    assertThat(command.out()).startsWith("2 records accepted, 3 rejected in ");
  }

  @Test
  void aRequestOfRejectedRecordsOnlyIsNoFailureOfTheWhole() throws IOException {
    write("bad.ndjson", "{\"a\":1}\n{\"b\":2}");
    write("good.ndjson", record("c1", "b/k"));

    assertThat(ingest("bad.ndjson", "good.ndjson")).isEqualTo(2);

    assertThat(server.contacts).containsOnlyKeys("c1");
    assertThat(command.err()).contains("bad.ndjson, record 0").contains("bad.ndjson, record 1");
  }

  @Test
  void aRequestThatIsTooLargeIsHalvedUntilTheOneRecordIsFound() throws IOException {
    write("two.ndjson", record("c1", "b/k") + "\n" + record("c2", "b/k"));
    server.answer(
        "POST /api/v1/contact-records", 413, "{\"title\":\"Too large\",\"detail\":\"over 10 MB\"}");
    server.answer(
        "POST /api/v1/contact-records", 413, "{\"title\":\"Too large\",\"detail\":\"over 10 MB\"}");
    server.answer("POST /api/v1/contact-records", 202, "{\"accepted\":1,\"rejected\":[]}");

    assertThat(ingest("two.ndjson")).isEqualTo(2);

    assertThat(command.err()).contains("two.ndjson, record 0: Too large: over 10 MB");
    assertThat(command.out()).startsWith("1 record accepted, 1 rejected");
  }

  @Test
  void aBusyServerIsAskedAgainWithGrowingPauses() throws IOException {
    write("one.json", record("c1", "b/k"));
    server.answer("POST /api/v1/contact-records", 503, "{\"title\":\"Busy\"}");
    server.answer("POST /api/v1/contact-records", 503, "{\"title\":\"Busy\"}");
    server.answer("POST /api/v1/contact-records", 202, "{\"accepted\":1,\"rejected\":[]}");

    assertThat(ingest("one.json")).isZero();

    assertThat(command.pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(command.err()).contains("Busy Trying again in 0.5 s.");
  }

  @Test
  void aServerThatStaysBusyEndsTheIngest() throws IOException {
    write("one.json", record("c1", "b/k"));
    server.answer("POST /api/v1/contact-records", 503, "{\"title\":\"Busy\"}");

    assertThat(ingest("--retry-for", "3", "one.json")).isEqualTo(1);
    assertThat(command.pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  @Test
  void aRecordingWithoutARecordGetsOneAndTheSecondTimeNothingHappens() throws IOException {
    write("call.wav", "RIFF some sound");

    assertThat(ingest("--agent", "laura", "--language", "de-DE", "--analysis", "snt", "call.wav"))
        .isZero();

    var contact = server.contacts.values().iterator().next();
    var id = contact.path("ContactId").asString("");
    assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(server.objects).containsOnlyKeys("uploads/" + id + "/call.wav");
    assertThat(contact.at("/Recording/Location").asString(""))
        .isEqualTo("uploads/" + id + "/call.wav");
    assertThat(contact.at("/Agent/Username").asString("")).isEqualTo("laura");
    assertThat(contact.at("/Attributes/postcallTranscribeLanguage").asString(""))
        .isEqualTo("de-DE");
    assertThat(contact.at("/Attributes/postcallTranscribeComprehendAnalysis").asString(""))
        .isEqualTo("snt");

    server.requests.clear();
    assertThat(ingest("--language", "de-DE", "--analysis", "snt", "call.wav")).isZero();
    assertThat(server.requests).noneMatch(request -> !request.startsWith("GET "));
    assertThat(command.out()).contains("1 recording there already");

    assertThat(ingest("--no-transcribe", "call.wav")).isZero();
    assertThat(server.contacts).hasSize(1);
    assertThat(server.contacts.values().iterator().next().path("Attributes").toString())
        .contains("\"postcallTranscribeEnabled\":\"false\"")
        .doesNotContain("Comprehend");
  }

  @Test
  void aDryRunSaysWhatWouldBeSentAndSendsNothing() throws IOException {
    write("calls/c1.json", record("c1", LOCATION));
    write("calls/c1.wav", "RIFF");
    write("calls/other.mp3", "ID3");

    assertThat(ingest("--dry-run", "calls")).isZero();

    assertThat(server.requests).isEmpty();
    assertThat(command.out())
        .contains("c1.wav to " + LOCATION)
        .contains("other.mp3 as contact ")
        .contains("Dry run, nothing was sent: 2 records accepted");
  }

  @Test
  void aFileThatIsNeitherIsRefusedAndAMissingOneNamed() throws IOException {
    write("notes.txt", "hello");

    assertThat(ingest("notes.txt")).isEqualTo(1);
    assertThat(command.err()).contains("notes.txt is neither contact records");
    assertThat(ingest("gone.json")).isEqualTo(1);
    assertThat(command.err()).contains("gone.json does not exist");
  }

  @Test
  void aFileThatBreaksOffKeepsTheRecordsBefore() throws IOException {
    write("cut.json", "[" + record("c1", "b/k") + ", {\"ContactId\":\"c2\"");

    assertThat(ingest("cut.json")).isEqualTo(2);

    assertThat(server.contacts).containsOnlyKeys("c1");
    assertThat(command.err())
        .contains("cut.json, record 1: not valid JSON")
        .contains("what follows");
  }

  private int ingest(String... arguments) {
    var all = new String[arguments.length + 1];
    all[0] = "ingest";
    for (var i = 0; i < arguments.length; i++) {
      var file = folder.resolve(arguments[i]);
      var isFile = arguments[i].matches("[\\w-]+(\\.\\w+)+|calls|04-kettle");
      all[i + 1] = isFile ? file.toString() : arguments[i];
    }
    return command.run(all);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String record(String contactId, String location) {
    return "{\"ContactId\":\"%s\",\"Other\":{\"deep\":[1,{}]},\"Recording\":{\"Location\":\"%s\"},\"Recordings\":[{\"Location\":null}]}"
        .formatted(contactId, location);
  }
}
