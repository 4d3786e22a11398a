package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.contact.Bin;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.SampleRecord;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The bin, the way back, and what is gone for good. */
class DeletionIT extends RunningServer {

  private static final Duration KEEP = Duration.ofDays(7);

  private final JdbcTemplate jdbc;
  private final ObjectStore objects;
  private final Bin bin;
  private final TransactionTemplate transactions;

  @Autowired
  DeletionIT(JdbcTemplate jdbc, ObjectStore objects, Bin bin, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.objects = objects;
    this.bin = bin;
    this.transactions = transactions;
  }

  @AfterEach
  void putTheClockBack() {
    ahead = Duration.ZERO;
  }

  @Test
  void contactGoesIntoTheBinAndComesBack() {
    api().hand(SampleRecord.of("bin-1"));
    api().settled("bin-1");
    try (var all = api().listen("/api/v1/events");
        var live = api().listen("/api/v1/events?contactId=bin-1")) {
      all.awaitQuiet();
      assertThat(delete("bin-1")).isEqualTo(204);
      var since = deletedAt("bin-1");
      assertThat(since).isNotNull();
      var page = api().page("bin-1");
      assertThat(
              Duration.between(
                  Instant.parse(page.path("deletedAt").asString()),
                  Instant.parse(page.path("eraseAt").asString())))
          .isEqualTo(KEEP);
      live.first("deletion", event -> event.change().equals("deleted"));

      assertThat(delete("bin-1")).as("again").isEqualTo(204);
      assertThat(deletedAt("bin-1")).isEqualTo(since);

      assertThat(restore("bin-1")).isEqualTo(204);
      assertThat(deletedAt("bin-1")).isNull();
      live.first("return", event -> event.change().equals("restored"));
      assertThat(restore("bin-1")).as("again").isEqualTo(204);
    }
  }

  @Test
  void contactThatIsNotThereCanBeNeitherDeletedNorRestored() {
    assertThat(delete("bin-nobody")).isEqualTo(404);
    assertThat(restore("bin-nobody")).isEqualTo(404);
  }

  @Test
  void whatComesForADeletedContactIsDoneWhenItIsRestored() {
    api().hand(SampleRecord.of("bin-newer"));
    api().settled("bin-newer");
    delete("bin-newer");

    api().hand(SampleRecord.of("bin-newer").lastUpdate("2027-01-01T00:00:00Z"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> count("scheduled_tasks where task_instance = 'bin-newer'") == 0);
    assertThat(api().page("bin-newer").path("state").asString()).isEqualTo("waiting");

    restore("bin-newer");
    assertThat(api().settled("bin-newer").path("state").asString()).isEqualTo("notRequested");
  }

  @Test
  void nothingIsErasedBeforeItsTime() {
    api().hand(SampleRecord.of("bin-early"));
    delete("bin-early");

    ahead = KEEP.minusMinutes(1);
    awaitALookIntoTheBin();

    assertThat(api().get("/api/v1/contacts/bin-early").status()).isEqualTo(200);
  }

  @Test
  void afterItsTimeEverythingOfTheContactIsGone() {
    play("bin-gone", "calls/bin-gone.wav");
    var waveform = new ObjectLocation("aftercall", "waveforms/bin-gone/256.dat");
    assertThat(objects.find(waveform)).isPresent();
    delete("bin-gone");

    ahead = KEEP.plusMinutes(1);
    awaitGone("bin-gone");

    assertThat(objects.find(ObjectLocation.parse("calls/bin-gone.wav"))).isEmpty();
    assertThat(objects.find(ObjectLocation.parse("calls/bin-gone.vtt"))).isEmpty();
    assertThat(objects.find(waveform)).isEmpty();
    for (var table : new String[] {"recording", "waveform", "transcript", "analysis", "step_run"}) {
      assertThat(count(table + " where contact_id = 'bin-gone'")).as(table).isZero();
    }
    assertThat(count("scheduled_tasks where task_instance = 'bin-gone'")).isZero();
    assertThat(restore("bin-gone")).isEqualTo(404);
  }

  @Test
  void lateRecordDoesNotBringAnErasedContactBack() {
    api().hand(SampleRecord.of("bin-late"));
    delete("bin-late");
    ahead = KEEP.plusMinutes(1);
    awaitGone("bin-late");
    var numbers = jdbc.queryForObject("select last_value from contact_number", Long.class);

    var answer = api().hand(SampleRecord.of("bin-late").lastUpdate("2027-01-01T00:00:00Z").json());

    assertThat(answer.text()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
    assertThat(api().get("/api/v1/contacts/bin-late").status()).isEqualTo(404);
    assertThat(count("scheduled_tasks where task_instance = 'bin-late'")).isZero();
    assertThat(
            jdbc.queryForObject(
                "select late from erased_contact where contact_id = 'bin-late'", Integer.class))
        .isEqualTo(1);
    assertThat(jdbc.queryForObject("select last_value from contact_number", Long.class))
        .as("no gap in the numbers")
        .isEqualTo(numbers);
  }

  @Test
  void recordThatComesWhileItsContactIsErasedDoesNotBringItBack() {
    api().hand(SampleRecord.of("bin-race"));
    api().settled("bin-race");
    var newer = SampleRecord.of("bin-race").lastUpdate("2027-01-01T00:00:00Z").json();

    var handed =
        transactions.execute(
            status -> {
              bin.erase(new ContactId("bin-race"));
              var answer = CompletableFuture.supplyAsync(() -> api().hand(newer));
              awaitAWaiting("insert into contact %");
              return answer;
            });

    assertThat(handed.join().status()).isEqualTo(202);
    assertThat(api().get("/api/v1/contacts/bin-race").status()).isEqualTo(404);
    assertThat(count("scheduled_tasks where task_instance = 'bin-race'")).isZero();
  }

  @Test
  void pageAskedForWhileItsContactIsErasedIsNotThere() {
    api().hand(SampleRecord.of("bin-seen"));
    api().settled("bin-seen");

    var asked =
        transactions.execute(
            status -> {
              bin.erase(new ContactId("bin-seen"));
              var answer =
                  CompletableFuture.supplyAsync(() -> api().get("/api/v1/contacts/bin-seen"));
              awaitAWaiting("insert into contact_view%");
              return answer;
            });

    assertThat(asked.join().status()).isEqualTo(404);
  }

  @Test
  void recordingOfTwoContactsStaysUntilBothAreErased() {
    play("bin-shared-1", "calls/bin-shared.wav");
    play("bin-shared-2", "calls/bin-shared.wav");
    var recording = ObjectLocation.parse("calls/bin-shared.wav");
    delete("bin-shared-1");

    ahead = KEEP.plusMinutes(1);
    awaitGone("bin-shared-1");
    assertThat(objects.find(recording)).isPresent();
    assertThat(objects.find(ObjectLocation.parse("calls/bin-shared.vtt"))).isPresent();

    delete("bin-shared-2");
    ahead = KEEP.multipliedBy(2).plusMinutes(2);
    awaitGone("bin-shared-2");
    assertThat(objects.find(recording)).isEmpty();
  }

  private void play(String id, String location) {
    api().store(location, fixture("journey/recording-9s-8khz.wav"));
    api()
        .store(
            location.replace(".wav", ".vtt"),
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Customer>hello there\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", id)
                .recordedAt(location)
                .lastUpdate("2026-03-12T11:00:00Z"));
    assertThat(api().settled(id).path("state").asString()).isEqualTo("complete");
  }

  private int delete(String id) {
    return api().delete("/api/v1/contacts/" + id).status();
  }

  private int restore(String id) {
    return api().post("/api/v1/contacts/" + id + "/restore", "").status();
  }

  private @Nullable Object deletedAt(String id) {
    return jdbc.queryForMap("select deleted_at from contact where contact_id = ?", id)
        .get("deleted_at");
  }

  private long count(String fromWhere) {
    return jdbc.queryForList("select 1 from " + fromWhere).size();
  }

  private void awaitGone(String id) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> api().get("/api/v1/contacts/" + id).status() == 404);
  }

  /** Two ends of looks later there was a whole one in between. */
  private void awaitALookIntoTheBin() {
    for (var looks = 0; looks < 2; looks++) {
      var before = lastLook();
      await().atMost(Duration.ofSeconds(30)).until(() -> !lastLook().equals(before));
    }
  }

  private String lastLook() {
    return String.valueOf(
        jdbc.queryForMap("select last_success from scheduled_tasks where task_name = 'erasure'")
            .get("last_success"));
  }

  private void awaitAWaiting(String statement) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                count(
                        "pg_stat_activity where wait_event_type = 'Lock' and query like '%s'"
                            .formatted(statement))
                    > 0);
  }
}
