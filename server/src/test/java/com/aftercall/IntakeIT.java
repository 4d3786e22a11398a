package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.ContactAttributes;
import com.aftercall.contact.SampleRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Contact records over HTTP, and the planner's cases 8, 9 and 10, which are about deliveries. */
class IntakeIT extends RunningServer {

  private final JdbcTemplate jdbc;

  @Autowired
  IntakeIT(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Test
  void oneRecordIsCommittedWhenTheAnswerComes() {
    var answer = api().hand(SampleRecord.of("one").prettyJson());

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
    assertThat(api().page("one").path("name").asString()).matches("CCA \\d{6}");
  }

  @Test
  void recordsMayComeAsArrayAsLinesAndOneAfterAnother() {
    assertAccepted("[" + record("form-1") + ",\n" + record("form-2") + "]", "form-1", "form-2");
    assertAccepted(record("form-3") + "\n" + record("form-4") + "\n", "form-3", "form-4");
    assertAccepted(record("form-5") + record("form-6"), "form-5", "form-6");
  }

  @Test
  void recordsMayComeAsAKinesisEvent() {
    var event =
        "{\"Records\":[{\"kinesis\":{\"data\":\"%s\"},\"eventName\":\"aws:kinesis:record\"},{\"kinesis\":{\"data\":\"%s\"}}]}"
            .formatted(
                base64(record("kinesis-1")), base64(record("kinesis-2") + record("kinesis-3")));

    assertAccepted(event, "kinesis-1", "kinesis-2", "kinesis-3");
  }

  @Test
  void streamRecordThatCannotBeReadIsNamedAndTheOthersAreKept() {
    var event =
        "{\"Records\":[{\"kinesis\":{\"data\":\"***\"}},{\"s3\":{}},{\"kinesis\":{\"data\":\"\"}},{\"kinesis\":{\"data\":\"%s\"}}]}"
            .formatted(base64(record("kinesis-4")));

    var answer = api().hand(event);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
    assertThat(reasons(answer))
        .containsExactly(
            "0 its kinesis.data is no base64",
            "1 the stream record has no kinesis.data",
            "2 its kinesis.data is empty");
  }

  @Test
  void recordThatCannotBeTakenIsNamedWithItsPlaceAndTheOthersAreKept() {
    var answer =
        api()
            .hand(
                "[%s, {\"Channel\":\"VOICE\"}, 17, {\"ContactId\":5}, %s]"
                    .formatted(record("kept-1"), record("kept-2")));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
    assertThat(reasons(answer))
        .hasSize(3)
        .first()
        .isEqualTo("1 it has no ContactId; every contact record needs one");
    assertThat(reasons(answer).get(1)).startsWith("2 ").contains("no JSON object");
    assertThat(reasons(answer).get(2)).isEqualTo("3 ContactId is a JSON number; it must be text");
    assertThat(api().get("/api/v1/contacts/kept-2").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|400|The body is empty",
        "[]|400|There is no contact record in the body",
        "{\"Channel\":\"VOICE\"}|422|No contact record could be taken",
        "{\"ContactId\":\"cut|422|No contact record could be taken",
        "{\"ContactId\":\"deep\",\"x\":{\"y\":}}|422|No contact record could be taken",
        "{\"ContactId\":\"far\",\"LastUpdateTimestamp\":\"+999999-01-01T00:00:00Z\"}|422|No contact record could be taken",
        "hello|422|No contact record could be taken"
      })
  void badBodyGetsAProblemThatSaysWhy(String body, int status, String title) {
    var answer = api().hand(body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("title").asString()).isEqualTo(title);
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("detail").asString()).isNotBlank();
  }

  @Test
  void unacceptedRecordsAreAllNamedInTheProblem() {
    var answer = api().hand("[{}, {}]");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("accepted").asInt(-1)).isZero();
    assertThat(reasons(answer)).hasSize(2);
  }

  @Test
  void case08SameRecordTwiceHasNoSecondEffect() {
    var record = SampleRecord.of("case-08");
    api().hand(record);
    var first = api().settled("case-08");

    api().hand(record);
    api().hand("[" + record.json() + "," + record.json() + "]");

    var second = api().page("case-08");
    assertThat(second.path("deliveries").toString())
        .isEqualTo("{\"redelivered\":3,\"outdated\":0}");
    for (var field : List.of("name", "state", "steps", "decisions", "receivedAt", "lastUpdateAt")) {
      assertThat(second.path(field)).as(field).isEqualTo(first.path(field));
    }
  }

  @Test
  void case09OlderVersionAfterANewerOneIsIgnoredAndNoted() {
    api()
        .hand(
            SampleRecord.of("case-09")
                .lastUpdate("2026-03-12T10:12:30Z")
                .with("Attributes", Map.of("which", "newer")));
    var older =
        SampleRecord.of("case-09")
            .lastUpdate("2026-03-12T10:12:29Z")
            .with("Attributes", Map.of("which", "older", ContactAttributes.TRANSCRIBE, "true"));

    api().hand(older);

    var page = api().settled("case-09");
    assertThat(page.path("deliveries").toString()).isEqualTo("{\"redelivered\":0,\"outdated\":1}");
    assertThat(page.path("contactRecord").path("Attributes").path("which").asString())
        .isEqualTo("newer");
    assertThat(page.path("state").asString()).isEqualTo("notRequested");
  }

  @Test
  void case10NewerVersionRunsOnlyTheNewSteps() {
    var location = "calls/case-10.wav";
    api().store(location, fixture("journey/recording-9s-8khz.wav"));
    api().store("calls/case-10.transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    var record =
        SampleRecord.asGiven()
            .with("ContactId", "case-10")
            .recordedAt(location)
            .attribute(ContactAttributes.ANALYSIS, "snt");
    api().hand(record);
    var first = api().settled("case-10");
    assertThat(first.path("state").asString()).isEqualTo("complete");
    assertThat(Api.step(first, "syntax").path("state").asString()).isEqualTo("notRequested");

    api()
        .hand(
            record
                .lastUpdate("2026-03-18T09:00:00Z")
                .attribute(ContactAttributes.ANALYSIS, "snt,syn"));

    var second = api().settled("case-10");
    assertThat(second.path("name")).isEqualTo(first.path("name"));
    assertThat(Api.step(second, "syntax").path("state").asString()).isEqualTo("complete");
    for (var step : List.of("recording", "waveform", "transcript", "sentiment")) {
      assertThat(Api.step(second, step)).as(step).isEqualTo(Api.step(first, step));
    }
  }

  @Test
  void newestWinsHoweverDeliveriesAreShuffledAmongThreads() throws Exception {
    var contacts = 40;
    var deliveries = new ArrayList<String>();
    for (var contact = 0; contact < contacts; contact++) {
      for (var version = 1; version <= 3; version++) {
        deliveries.add(
            SampleRecord.of("shuffled-" + contact)
                .lastUpdate("2026-03-12T10:00:0" + version + "Z")
                .with("Attributes", Map.of("version", Integer.toString(version)))
                .json());
      }
    }
    Collections.shuffle(deliveries, new Random(20_260_312));
    var tasks =
        IntStream.range(0, 4)
            .<Callable<Api.Answer>>mapToObj(
                thread ->
                    () ->
                        api()
                            .hand(
                                IntStream.range(0, deliveries.size())
                                    .filter(i -> i % 4 == thread)
                                    .mapToObj(deliveries::get)
                                    .collect(Collectors.joining("\n"))))
            .toList();

    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var answer : threads.invokeAll(tasks)) {
        assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(202);
        assertThat(answer.get().json().path("accepted").asInt()).isEqualTo(30);
      }
    }

    assertThat(
            jdbc.queryForList(
                "select attributes ->> 'version' from contact where contact_id like 'shuffled-%'",
                String.class))
        .hasSize(contacts)
        .containsOnly("3");
    assertThat(
            jdbc.queryForList(
                "select number from contact where contact_id like 'shuffled-%'", Long.class))
        .doesNotHaveDuplicates()
        .allMatch(number -> number > 0);
  }

  @Test
  void redeliveriesLeaveNoGapInTheNumbers() {
    api().hand(SampleRecord.of("gap-1"));
    for (var i = 0; i < 5; i++) {
      api().hand(SampleRecord.of("gap-1"));
      api()
          .hand(SampleRecord.of("gap-1").lastUpdate("2026-04-0%d".formatted(1 + i) + "T00:00:00Z"));
    }
    api().hand(SampleRecord.of("gap-2").json() + SampleRecord.of("gap-3").json());

    assertThat(number("gap-2")).isEqualTo(number("gap-1") + 1);
    assertThat(number("gap-3")).isEqualTo(number("gap-1") + 2);
  }

  @Test
  void unknownFieldsAndBigAttributesInAllScriptsAreKeptAsTheyCame() {
    var long1 = "日本語😀ß".repeat(400);
    var record =
        SampleRecord.of("kept-whole")
            .with("Brand new", Map.of("deep", List.of(1, 2.5, Map.of("x", "y"))))
            .with("Attributes", Map.of("größe", long1, "second", "é".repeat(12_000)));
    assertThat(record.json().getBytes(StandardCharsets.UTF_8).length).isGreaterThan(32 << 10);

    api().hand(record);

    var kept = api().page("kept-whole").path("contactRecord");
    assertThat(kept.path("Brand new").toString()).isEqualTo("{\"deep\":[1,2.5,{\"x\":\"y\"}]}");
    assertThat(kept.path("Attributes").path("größe").asString()).isEqualTo(long1);
    assertThat(kept.path("WisdomInfo").isNull()).isTrue();
  }

  @Test
  void recordOf50MegabytesIsRefusedAndItsNeighboursAreKept() {
    var huge = "{\"ContactId\":\"huge\",\"x\":\"" + "x".repeat(50 << 20) + "\"}";

    var answer = api().hand(record("small-1") + "\n" + huge + "\n" + record("small-2"));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
    assertThat(reasons(answer))
        .singleElement()
        .asString()
        .startsWith("1 it is 5")
        .contains("at most");
    assertThat(api().get("/api/v1/contacts/huge").status()).isEqualTo(404);
    assertThat(api().get("/api/v1/contacts/small-2").status()).isEqualTo(200);
  }

  @Test
  void truncatedLineIsNamedAndTheLinesAfterItAreKept() {
    var answer =
        api()
            .hand(
                record("line-1") + "\n{\"ContactId\":\"line-2\",\"Cha\n" + record("line-3") + "\n");

    assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
    assertThat(reasons(answer)).singleElement().asString().startsWith("1 it breaks off");
    assertThat(api().get("/api/v1/contacts/line-3").status()).isEqualTo(200);
  }

  @Test
  void whenTheDatabaseDoesNotTakeItNothingIsConfirmed() {
    jdbc.execute("alter sequence contact_number rename to contact_number_gone");
    try {
      var answer = api().hand(record("later"));

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isEqualTo("5");
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.json().path("code").asString()).isEqualTo("DATABASE_UNAVAILABLE");
    } finally {
      jdbc.execute("alter sequence contact_number_gone rename to contact_number");
    }
    assertThat(api().get("/api/v1/contacts/later").status()).isEqualTo(404);
    assertThat(api().hand(record("later")).status()).isEqualTo(202);
  }

  @Test
  void listShowsTheNewestFirstPageByPage() {
    api().hand(record("page-1") + record("page-2") + record("page-3"));

    var first = api().get("/api/v1/contacts?limit=2").json();
    var next = api().get("/api/v1/contacts?limit=2&cursor=" + first.path("next").asString()).json();

    assertThat(ids(first)).containsExactly("page-3", "page-2");
    assertThat(ids(next)).startsWith("page-1");
    assertThat(api().get("/api/v1/contacts?limit=0").status()).isEqualTo(400);
    assertThat(api().get("/api/v1/contacts?view=mine").status()).isEqualTo(400);
    assertThat(api().get("/api/v1/contacts?cursor=x").status()).isEqualTo(400);
    assertThat(api().get("/api/v1/contacts?state=lost").status()).isEqualTo(400);
  }

  @Test
  void contactThatWasOpenedIsAmongTheRecentOnes() {
    api().hand(record("seen-1") + record("seen-2"));
    api().page("seen-2");
    ahead = Duration.ofSeconds(1);
    try {
      api().page("seen-1");
    } finally {
      ahead = Duration.ZERO;
    }

    assertThat(ids(api().get("/api/v1/contacts?view=recent&limit=2").json()))
        .containsExactly("seen-1", "seen-2");
  }

  private void assertAccepted(String body, String... ids) {
    var answer = api().hand(body);
    assertThat(answer.text()).isEqualTo("{\"accepted\":%d,\"rejected\":[]}".formatted(ids.length));
    for (var id : ids) {
      assertThat(api().page(id).path("contactId").asString()).isEqualTo(id);
      assertThat(Instant.parse(api().page(id).path("lastUpdateAt").asString()))
          .isEqualTo("2026-03-12T10:12:30Z");
    }
  }

  private long number(String contactId) {
    return Long.parseLong(api().page(contactId).path("name").asString().substring("CCA ".length()));
  }

  private static List<String> ids(JsonNode list) {
    return list.path("items").valueStream().map(i -> i.path("contactId").asString()).toList();
  }

  private static List<String> reasons(Api.Answer answer) {
    return answer
        .json()
        .path("rejected")
        .valueStream()
        .map(r -> r.path("index").asInt() + " " + r.path("reason").asString())
        .toList();
  }

  private static String record(String id) {
    return SampleRecord.of(id).json();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
