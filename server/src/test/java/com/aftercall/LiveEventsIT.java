package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.contact.SampleRecord;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What changes, told to whoever is connected. */
class LiveEventsIT extends RunningServer {

  private final JdbcTemplate jdbc;

  @Autowired
  LiveEventsIT(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Test
  void arrivalStepsAndStateOfAContactAreToldByItsId() {
    try (var live = api().listen("/api/v1/events")) {
      api().hand(SampleRecord.of("live-1"));

      live.first("arrival", event -> event.isOf("live-1") && event.change().equals("arrived"));
      live.first("steps", event -> event.isOf("live-1") && event.change().equals("steps"));
      var state =
          live.first("state", event -> event.isOf("live-1") && event.change().equals("state"));
      assertThat(state.name()).isEqualTo("contact");
      assertThat(state.json().properties()).hasSize(2);
    }
  }

  @Test
  void whoAsksForOneContactHearsOfNoOther() {
    try (var live = api().listen("/api/v1/events?contactId=live-wanted")) {
      api().hand(SampleRecord.of("live-other"));
      api().hand(SampleRecord.of("live-wanted"));

      live.first("arrival", event -> event.isOf("live-wanted"));
      assertThat(live.events()).noneMatch(event -> event.isOf("live-other"));
    }
  }

  @Test
  void whenManyContactsChangeAtOnceNoneIsNamed() {
    var records =
        IntStream.range(0, 200)
            .mapToObj(i -> SampleRecord.of("live-many-" + i).json())
            .collect(Collectors.joining("\n"));
    try (var live = api().listen("/api/v1/events")) {
      live.forget();
      api().hand(records);

      var many = live.first("one for all", event -> event.name().equals("contacts"));
      assertThat(many.data()).isEqualTo("{}");
      assertThat(live.events().stream().filter(event -> event.change().equals("arrived")))
          .hasSizeLessThan(50);
      live.awaitQuiet();
    }
  }

  @Test
  void listenerWhoseConnectionBrokeSaysSoAndHearsAgain() {
    try (var live = api().listen("/api/v1/events")) {
      api().hand(SampleRecord.of("live-before"));
      live.first("arrival", event -> event.isOf("live-before"));
      live.forget();

      jdbc.queryForList(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where query in ('listen aftercall_live', 'select ''listening''')"
              + " and pid <> pg_backend_pid()");

      live.first("anything may have changed", event -> event.name().equals("contacts"));
      api().hand(SampleRecord.of("live-after"));
      live.first("arrival", event -> event.isOf("live-after"));
    }
  }

  @Test
  void silentStreamShowsThatItLives() {
    try (var live = api().listen("/api/v1/events?contactId=nobody")) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> live.comments().stream().anyMatch(line -> line.contains("still here")));
    }
  }

  @Test
  void callerWhoLeavesIsNoErrorOfTheServer() {
    try (var staying = api().listen("/api/v1/events?contactId=leaves")) {
      api().listen("/api/v1/events?contactId=leaves").close();
      api().hand(SampleRecord.of("leaves"));
      staying.first("state", event -> event.change().equals("state"));
      staying.forget();
      api().hand(SampleRecord.of("leaves").lastUpdate("2026-03-13T10:00:00Z"));
      staying.first("arrival", event -> event.change().equals("arrived"));
    }

    assertThat(LOGGED).noneMatch(line -> line.startsWith("ERROR"));
  }
}
