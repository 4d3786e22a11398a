package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.contact.SampleRecord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody notices that a source has the agent left and the customer right. */
class SourceSwapIT extends RunningServer {

  private static final String CHANNELS = "/api/v1/contacts/{contactId}/channels";

  private final byte[] audio = fixture("journey/recording-9s-8khz.wav");

  private JsonNode play(String bucket, String day, String id) {
    var place = "%s/CallRecordings/2026/03/%s/%s".formatted(bucket, day, id);
    api().store(place + ".wav", audio);
    api().store(place + ".transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", id)
                .recordedAt(place + ".wav")
                .attribute("postcallTranscribeComprehendAnalysis", "ne"));
    return api().settled(id);
  }

  private JsonNode swap(String id, boolean swapped, boolean wholeSource) {
    var answer =
        api()
            .put(
                CHANNELS.replace("{contactId}", id),
                "{\"swapped\":%s,\"wholeSource\":%s}".formatted(swapped, wholeSource));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private List<String> sides(String id) {
    return api()
        .get("/api/v1/contacts/" + id + "/transcript")
        .json()
        .path("turns")
        .valueStream()
        .map(turn -> turn.path("participant").asString())
        .toList();
  }

  /** Whose words hold the operator's term, as the analysis has it. */
  private static String analyzed(JsonNode page) {
    return page.path("analysis").path("agent").path("customEntities").size() == 1
        ? "agent"
        : "customer";
  }

  private void awaitAnalyzed(String id, String side) {
    await(id)
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              var page = api().settled(id);
              return analyzed(page).equals(side);
            });
  }

  @Test
  void swapOfOneContactOffersTheOthersOfItsSource() {
    play("offered", "11", "offered-1");
    play("offered", "12", "offered-2");
    play("offered-elsewhere", "12", "offered-3");

    var answer = swap("offered-1", true, false);

    assertThat(answer.path("source").asString()).isEqualTo("offered/CallRecordings");
    assertThat(answer.path("others").asInt()).isEqualTo(1);
    assertThat(sides("offered-1")).containsExactly("customer", "agent");
    assertThat(sides("offered-2")).containsExactly("agent", "customer");
    assertThat(api().settled("offered-1").path("recording").path("swapped").asBoolean()).isTrue();
    assertThat(swap("offered-1", false, false).path("others").asInt()).isZero();
  }

  @Test
  void wholeSourceFollowsNowAndInFutureButForContactsThatWereSetThemselves() {
    play("whole", "11", "whole-1");
    play("whole", "12", "whole-2");
    play("whole", "13", "whole-3");
    play("whole-elsewhere", "13", "whole-4");
    swap("whole-3", false, false);
    api().settled("whole-3");

    var answer = swap("whole-1", true, true);

    assertThat(answer.path("others").asInt()).isEqualTo(1);
    assertThat(sides("whole-1")).containsExactly("customer", "agent");
    assertThat(sides("whole-2")).containsExactly("customer", "agent");
    assertThat(sides("whole-3")).containsExactly("agent", "customer");
    assertThat(sides("whole-4")).containsExactly("agent", "customer");
    awaitAnalyzed("whole-1", "agent");
    awaitAnalyzed("whole-2", "agent");
    assertThat(analyzed(api().settled("whole-3"))).isEqualTo("customer");
    assertThat(analyzed(play("whole", "14", "whole-5"))).isEqualTo("agent");

    swap("whole-2", false, true);

    for (var id : List.of("whole-1", "whole-2", "whole-5")) {
      assertThat(sides(id)).as(id).containsExactly("agent", "customer");
      awaitAnalyzed(id, "customer");
    }
  }

  @Test
  void contactWithoutRecordingHasNoSource() {
    api().hand(SampleRecord.of("sourceless"));
    api().settled("sourceless");
    var path = CHANNELS.replace("{contactId}", "sourceless");

    assertThat(api().put(path, "{\"swapped\":true,\"wholeSource\":true}").status()).isEqualTo(409);
    assertThat(swap("sourceless", true, false).path("source").asString()).isEmpty();
    assertThat(
            api()
                .put(
                    CHANNELS.replace("{contactId}", "nobody"),
                    "{\"swapped\":true,\"wholeSource\":true}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void answerIsAsDescribed() {
    play("described-source", "11", "described-source");

    assertThat(
            new Described(api().get("/openapi").json())
                .faults(
                    "put",
                    CHANNELS,
                    200,
                    "application/json",
                    swap("described-source", true, false)))
        .isEmpty();
  }
}
