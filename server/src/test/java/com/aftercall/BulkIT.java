package com.aftercall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.contact.SampleRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Doing something to many contacts, over HTTP. */
class BulkIT extends RunningServer {

  private static final String PATH = "/api/v1/bulk-actions";
  private static final Set<String> ENDED = Set.of("complete", "undone");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private Api colleague = Api.at(1, null);

  @Autowired
  BulkIT(JdbcTemplate jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @BeforeAll
  void bringAColleague() {
    var token = api().post("/api/v1/tokens", "{\"name\":\"colleague\"}").json();
    colleague = Api.at(api().address().getPort(), token.path("token").asString());
  }

  @AfterEach
  void putTheClockBack() {
    ahead = Duration.ZERO;
  }

  @Test
  void deletionOfNamedContactsIsTakenBackWhole() {
    hand("bulk-del-1", "bulk-del-2", "bulk-del-3");
    api().delete("/api/v1/contacts/bulk-del-3");

    var deleted = ended(named("delete", "bulk-del-2", "bulk-del-1", "bulk-del-2", "bulk-del-3"));

    assertThat(deleted.path("state").asString()).isEqualTo("complete");
    assertThat(deleted.path("total").asInt()).as("the same contact counts once").isEqualTo(3);
    assertThat(deleted.path("done").asInt()).isEqualTo(3);
    assertThat(deleted.path("failed").asInt()).isZero();
    assertThat(deleted.path("undoable").asBoolean()).isTrue();
    assertThat(inBin("bulk-del-")).containsExactly("bulk-del-1", "bulk-del-2", "bulk-del-3");

    var undone = ended(undo(deleted));

    assertThat(undone.path("state").asString()).isEqualTo("undone");
    assertThat(undone.path("undoable").asBoolean()).isFalse();
    assertThat(inBin("bulk-del-")).as("was in it before").containsExactly("bulk-del-3");
    assertThat(api().post(path(deleted) + "/undo", "").status()).isEqualTo(409);
  }

  @Test
  void deletionCannotBeTakenBackWhenItsContactsAreErased() {
    hand("bulk-late");
    var deleted = ended(named("delete", "bulk-late"));

    ahead = Duration.ofDays(7).plusMinutes(1);

    assertThat(find(deleted).path("undoable").asBoolean()).isFalse();
    assertThat(api().post(path(deleted) + "/undo", "").status()).isEqualTo(409);
  }

  @Test
  void restoringTakesOutOfTheBinAndNotBackIn() {
    hand("bulk-back-1", "bulk-back-2");
    ended(named("delete", "bulk-back-1", "bulk-back-2"));

    var restored = ended(named("restore", "bulk-back-1"));

    assertThat(restored.path("undoable").asBoolean()).isFalse();
    assertThat(inBin("bulk-back-")).containsExactly("bulk-back-2");
    assertThat(api().post(path(restored) + "/undo", "").status()).isEqualTo(409);
  }

  @Test
  void unknownContactIsNamedAndTheOthersAreDoneNonetheless() {
    hand("bulk-known");
    for (var action : List.of("delete", "restore", "reanalyze", "export")) {
      var answer = ended(named(action, "bulk-nobody", "bulk-known"));

      assertThat(answer.path("done").asInt()).as(action).isEqualTo(2);
      assertThat(answer.path("failed").asInt()).as(action).isEqualTo(1);
      assertThat(answer.path("problems").size()).as(action).isEqualTo(1);
      var problem = answer.path("problems").path(0);
      assertThat(problem.path("contactId").asString()).isEqualTo("bulk-nobody");
      assertThat(problem.path("name").isNull()).isTrue();
      assertThat(problem.path("reason").asString()).isEqualTo("There is no such contact.");
      api().settled("bulk-known");
    }
  }

  @Test
  void analysesAreMadeAnew() {
    play("bulk-again", "ann");
    var before = ended("bulk-again", "sentiment");

    var answer = ended(named("reanalyze", "bulk-again"));

    assertThat(answer.path("failed").asInt()).isZero();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !ended("bulk-again", "sentiment").equals(before));
    assertThat(api().settled("bulk-again").path("state").asString()).isEqualTo("complete");
  }

  @Test
  void queryChoosesWhatAListWithItShows() {
    api().hand(SampleRecord.of("bulk-query-1").with("Queue", Map.of("Name", "Bulk & Query+")));
    api().hand(SampleRecord.of("bulk-query-2").with("Queue", Map.of("Name", "Bulk & Query+")));
    api().hand(SampleRecord.of("bulk-query-3").with("Queue", Map.of("Name", "Another")));
    var query = "queue=Bulk+%26%20Query%2B";

    var deleted = ended(chosen("delete", "?" + query + "&sort=agent&order=asc&limit=1"));

    assertThat(deleted.path("total").asInt()).isEqualTo(2);
    assertThat(inBin("bulk-query-")).containsExactly("bulk-query-1", "bulk-query-2");
    assertThat(ended(chosen("reanalyze", query)).path("total").asInt())
        .as("those in the bin are in no other list")
        .isZero();

    var restored = ended(chosen("restore", query + "&view=deleted"));

    assertThat(restored.path("total").asInt()).isEqualTo(2);
    assertThat(inBin("bulk-query-")).isEmpty();
  }

  @Test
  void queryWithoutFiltersChoosesAllContacts() {
    hand("bulk-all");
    var all =
        jdbc.queryForObject("select count(*) from contact where deleted_at is null", int.class);

    var answer = ended(chosen("export", ""));

    assertThat(answer.path("total").asInt()).isEqualTo(all);
    assertThat(answer.path("done").asInt()).isEqualTo(all);
    assertThat(answer.path("failed").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'action':'delete','query':'agnet=ann'} | there is no filter 'agnet'",
        "{'action':'delete','query':'state=broken'} | state",
        "{'action':'delete','query':'view=recent'} | the view of a query can be all or deleted",
        "{'action':'delete','query':'view=all&view=deleted'} | the view of a query",
        "{'action':'delete','query':'agent=%zz'} | query",
        "{'action':'delete','query':'agent=%e4'} | query",
        "{'action':'delete'} | Give either contactIds or query.",
        "{'action':'delete','query':'','contactIds':['a']} | Give either contactIds or query.",
        "{'action':'delete','contactIds':[]} | contactIds has 1 to 10,000 ids.",
        "{'action':'delete','contactIds':[null]} | a contact id has 1 to 256 characters",
        "{'action':'delete','contactIds':['a/b']} | a contact id has no character",
        "{'action':'erase','contactIds':['a']} | action can be reanalyze, export, delete or restore",
        "{'contactIds':['a']} | action can be reanalyze, export, delete or restore",
      })
  void whatCannotBeDoneIsRefusedWithASentence(String body, String sentence) {
    var before = jdbc.queryForObject("select count(*) from bulk_action", Long.class);

    var answer = api().post(PATH, body.replace('\'', '"'));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("detail").asString()).contains(sentence);
    assertThat(jdbc.queryForObject("select count(*) from bulk_action", Long.class))
        .isEqualTo(before);
  }

  @Test
  void atMostTenThousandContactsMayBeNamed() {
    var ids = IntStream.range(0, 10_001).mapToObj("bulk-x%d"::formatted).toArray(String[]::new);

    assertThat(api().post(PATH, body("export", ids)).status()).isEqualTo(400);
  }

  @Test
  void exportHoldsListsAndTranscripts() {
    play("bulk-export-1", "Ann, \"the\" agent");
    hand("bulk-export-2");

    var made = ended(named("export", "bulk-export-2", "bulk-export-1"));
    var file = api().get(made.path("file").asString());

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualTo("application/zip");
    assertThat(file.header("Content-Disposition")).contains("attachment").contains("contacts.zip");
    assertThat(file.header("Content-Length")).isEqualTo(Integer.toString(file.body().length));
    var entries = unzip(file.body());
    assertThat(entries)
        .containsOnlyKeys("contacts.csv", "contacts.ndjson", "transcripts/bulk-export-1.txt");
    assertThat(entries.get("transcripts/bulk-export-1.txt"))
        .contains("Customer: The silver kettle leaks.");
    assertThat(entries.get("contacts.csv")).contains("\"Ann, \"\"the\"\" agent\"");
    var rows = csv(entries);
    assertThat(rows).extracting(row -> row.get("contactId")).contains("bulk-export-1");
    assertThat(rows).hasSize(2);
    var row = rows.getFirst();
    var page = api().page("bulk-export-1");
    assertThat(row.get("name")).isEqualTo(page.path("name").asString());
    assertThat(row.get("state")).isEqualTo("complete");
    assertThat(row.get("agent")).isEqualTo("Ann, \"the\" agent");
    assertThat(row.get("initiatedAt")).isEqualTo("2026-03-12T10:03:20Z");
    assertThat(row.get("durationMillis")).isEqualTo("9300");
    assertThat(rows.getLast().get("agentTalkShare")).isEmpty();
    var lines = entries.getOrDefault("contacts.ndjson", "").lines().map(JSON::readTree).toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().path("durationMillis").asInt()).isEqualTo(9300);
    assertThat(lines.getFirst().at("/contactRecord/ContactId").asString())
        .isEqualTo("bulk-export-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"})
  void cellThatASpreadsheetWouldCalculateIsText(String agent) {
    var id = "bulk-formula-" + Integer.toHexString(agent.hashCode());
    api().hand(SampleRecord.of(id).with("Agent", Map.of("Username", agent)));
    api().settled(id);

    var entries = unzip(api().get(ended(named("export", id)).path("file").asString()).body());

    assertThat(csv(entries).getFirst().get("agent")).isEqualTo("'" + agent);
    assertThat(JSON.readTree(entries.get("contacts.ndjson")).path("agent").asString())
        .as("NDJSON is for programs")
        .isEqualTo(agent);
  }

  @Test
  void fileIsThereForADay() {
    hand("bulk-day");
    var made = ended(named("export", "bulk-day"));

    ahead = Duration.ofDays(1).minusMinutes(1);
    tidy();
    assertThat(api().get(made.path("file").asString()).status()).isEqualTo(200);

    ahead = Duration.ofDays(1).plusMinutes(1);
    tidy();
    var answer = api().get(made.path("file").asString());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("detail").asString()).contains("removed after a day");
    assertThat(find(made).path("file").isNull()).isTrue();
  }

  @Test
  void undoOfAnExportStopsIt() {
    hand("bulk-stop-1", "bulk-stop-2");
    // An export of everything takes a moment; one that was quicker than the undo proves nothing.
    var stopped =
        IntStream.range(0, 20)
            .mapToObj(attempt -> chosen("export", ""))
            .filter(started -> api().post(path(started) + "/undo", "").status() == 202)
            .findFirst()
            .orElseThrow();

    var answer = ended(stopped);

    assertThat(answer.path("state").asString()).isEqualTo("undone");
    assertThat(answer.path("file").isNull()).isTrue();
    assertThat(api().get(path(answer) + "/file").status()).isEqualTo(404);
  }

  @Test
  void undoOfARunningDeletionStopsItAndTakesBackWhatWasDone() {
    var ids = IntStream.range(0, 250).mapToObj("bulk-half-%03d"::formatted).toArray(String[]::new);
    hand(ids);
    var stopped =
        whileHeld(
            "bulk-half-150",
            () -> {
              var started = named("delete", ids);
              await()
                  .atMost(Duration.ofSeconds(30))
                  .until(() -> find(started).path("done").asInt() == 100);
              assertThat(find(started).path("state").asString()).isEqualTo("running");
              return started;
            });
    undo(stopped);

    var answer = ended(stopped);

    assertThat(answer.path("state").asString()).isEqualTo("undone");
    assertThat(inBin("bulk-half-")).isEmpty();
  }

  @Test
  void actionOfADeadServerGoesOnWhereItStopped() {
    hand("bulk-dead-1", "bulk-dead-2");
    var deleted = ended(named("delete", "bulk-dead-1", "bulk-dead-2"));
    api().post("/api/v1/contacts/bulk-dead-1/restore", "");
    // As a server leaves it that dies between the first contact and the second.
    var id = deleted.path("id").asString();
    jdbc.update("update bulk_action set state = 'running', ended_at = null where id = ?", id);
    jdbc.update("update contact set deleted_at = null where contact_id = 'bulk-dead-2'");
    jdbc.update("update bulk_item set state = 'waiting' where bulk_id = ? and position = 2", id);

    leaveToAnotherServer(id);

    assertThat(ended(deleted).path("done").asInt()).isEqualTo(2);
    assertThat(inBin("bulk-dead-"))
        .as("what was done is not done twice")
        .containsExactly("bulk-dead-2");
  }

  @Test
  void exportOfADeadServerBeginsAnew() {
    hand("bulk-anew-1", "bulk-anew-2");
    var made = ended(named("export", "bulk-anew-1", "bulk-anew-2"));
    var id = made.path("id").asString();
    jdbc.update(
        "update bulk_action set state = 'running', ended_at = null, file_key = null where id = ?",
        id);
    jdbc.update("update bulk_item set state = 'waiting' where bulk_id = ? and position = 2", id);

    leaveToAnotherServer(id);

    var entries = unzip(api().get(ended(made).path("file").asString()).body());
    assertThat(csv(entries)).hasSize(2);
  }

  @Test
  void othersSeeNothingOfIt() {
    hand("bulk-mine");
    try (var theirs = colleague.listen("/api/v1/events");
        var mine = api().listen("/api/v1/events")) {
      theirs.awaitQuiet();
      var made = ended(named("export", "bulk-mine"));

      assertThat(colleague.get(path(made)).status()).isEqualTo(404);
      assertThat(colleague.post(path(made) + "/undo", "").status()).isEqualTo(404);
      assertThat(colleague.get(path(made) + "/file").status()).isEqualTo(404);
      assertThat(colleague.get(PATH).json().path("items").valueStream())
          .noneMatch(item -> item.path("id").equals(made.path("id")));
      assertThat(api().get(PATH).json().path("items").path(0)).isEqualTo(find(made));
      mine.first("mine", isOf(made));
      api().post("/api/v1/contacts/bulk-mine/comments", "{\"text\":\"a later event\"}");
      theirs.first(
          "comment", event -> event.isOf("bulk-mine") && event.change().equals("comments"));
      assertThat(theirs.events()).noneMatch(event -> event.name().equals("bulk"));
    }
  }

  @Test
  void progressIsToldWithWhatTheActionLooksLike() {
    hand("bulk-told");
    try (var live = api().listen("/api/v1/events")) {
      live.awaitQuiet();
      var started = named("delete", "bulk-told");

      var complete =
          live.first(
              "end",
              isOf(started).and(event -> event.json().path("state").asString().equals("complete")));
      assertThat(complete.json()).isEqualTo(find(started));
      live.first("deletion", event -> event.isOf("bulk-told") && event.change().equals("deleted"));

      undo(started);
      live.first(
          "undone",
          isOf(started).and(event -> event.json().path("state").asString().equals("undone")));
      live.first("return", event -> event.isOf("bulk-told") && event.change().equals("restored"));
    }
  }

  @Test
  void unknownActionIsNotFound() {
    assertThat(api().get(PATH + "/none").status()).isEqualTo(404);
    assertThat(api().post(PATH + "/none/undo", "").status()).isEqualTo(404);
    assertThat(api().get(PATH + "/none/file").status()).isEqualTo(404);
  }

  private static Predicate<EventStream.Event> isOf(JsonNode action) {
    return event ->
        event.name().equals("bulk") && event.json().path("id").equals(action.path("id"));
  }

  private void hand(String... ids) {
    var records = new ArrayList<String>();
    for (var id : ids) {
      records.add(SampleRecord.of(id).json());
    }
    assertThat(api().hand(String.join("\n", records)).status()).isEqualTo(202);
    for (var id : ids) {
      api().settled(id);
    }
  }

  private void play(String id, String agent) {
    api().store("calls/" + id + ".wav", fixture("journey/recording-9s-8khz.wav"));
    var said = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Customer>The silver kettle leaks.\n";
    api().store("calls/" + id + ".vtt", said.getBytes(UTF_8));
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", id)
                .with("Agent", Map.of("Username", agent))
                .recordedAt("calls/" + id + ".wav"));
    assertThat(api().settled(id).path("state").asString()).isEqualTo("complete");
  }

  private static String body(String action, String... ids) {
    return JSON.writeValueAsString(Map.of("action", action, "contactIds", ids));
  }

  private JsonNode named(String action, String... ids) {
    return started(body(action, ids));
  }

  private JsonNode chosen(String action, String query) {
    return started(JSON.writeValueAsString(Map.of("action", action, "query", query)));
  }

  private JsonNode started(String body) {
    return accepted("/api/v1/bulk-actions", api().post(PATH, body));
  }

  private JsonNode undo(JsonNode action) {
    return accepted("/api/v1/bulk-actions/{id}/undo", api().post(path(action) + "/undo", ""));
  }

  private JsonNode accepted(String path, Api.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    var described = new Described(api().get("/openapi").json());
    assertThat(described.faults("post", path, 202, "application/json", answer.json())).isEmpty();
    return answer.json();
  }

  private static String path(JsonNode action) {
    return PATH + "/" + action.path("id").asString();
  }

  private JsonNode find(JsonNode action) {
    return api().get(path(action)).json();
  }

  private JsonNode ended(JsonNode action) {
    return await("end of " + action)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> find(action), now -> ENDED.contains(now.path("state").asString()));
  }

  private String ended(String contact, String step) {
    return Api.step(api().page(contact), step).path("endedAt").asString("");
  }

  private List<String> inBin(String prefix) {
    return jdbc.query(
        "select contact_id from contact where contact_id like ? and deleted_at is not null"
            + " order by contact_id",
        (row, number) -> row.getString(1),
        prefix + "%");
  }

  /** Runs something while another transaction holds a contact and the work waits for it. */
  private JsonNode whileHeld(String contact, java.util.function.Supplier<JsonNode> then) {
    var held =
        transactions.execute(
            status -> {
              jdbc.queryForList("select 1 from contact where contact_id = ? for update", contact);
              return CompletableFuture.supplyAsync(then).join();
            });
    return held;
  }

  /** What db-scheduler does when the heartbeats of the server that had it stop. */
  private void leaveToAnotherServer(String id) {
    jdbc.update(
        """
        insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked,
            version)
        values ('bulk', ?, ?, now() - interval '1 second', false, 1)
        """,
        id,
        serialized(id));
  }

  private static byte[] serialized(String text) {
    try (var bytes = new java.io.ByteArrayOutputStream();
        var objects = new java.io.ObjectOutputStream(bytes)) {
      objects.writeObject(text);
      objects.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has the next tidying up made now. */
  private void tidy() {
    var before = lastTidied();
    jdbc.update(
        "update scheduled_tasks set execution_time = now() - interval '1 second'"
            + " where task_name = 'bulk-tidying'");
    await().atMost(Duration.ofSeconds(30)).until(() -> !lastTidied().equals(before));
  }

  private String lastTidied() {
    return String.valueOf(
        jdbc.queryForMap(
                "select last_success from scheduled_tasks where task_name = 'bulk-tidying'")
            .get("last_success"));
  }

  private static Map<String, String> unzip(byte[] file) {
    var entries = new LinkedHashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file), UTF_8)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private static List<CSVRecord> csv(Map<String, String> entries) {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new StringReader(entries.getOrDefault("contacts.csv", "")))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
