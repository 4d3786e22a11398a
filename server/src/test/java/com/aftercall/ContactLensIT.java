package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.SampleRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Calls whose transcript is the one that Contact Lens made, as its guide shows its files. */
class ContactLensIT extends RunningServer {

  private static final String DAY = "2026/03/12/";

  private static SampleRecord asking(String id) {
    return SampleRecord.asGiven()
        .with("ContactId", id)
        .with(
            "Attributes",
            Map.of(
                "contactLensImportEnabled",
                "true",
                "postcallTranscribeComprehendAnalysis",
                "snt,kw"))
        .recordedAt("calls/" + DAY + id + ".wav");
  }

  private void storeFile(String id) {
    api()
        .store(
            "calls/Analysis/Voice/" + DAY + id + "_analysis_2026-03-12T10-14-05Z.json",
            fixture("transcript/contact-lens-published.json"));
  }

  private static JsonNode decision(JsonNode page, String feature) {
    return page.path("decisions")
        .valueStream()
        .filter(one -> one.path("feature").asString().equals(feature))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void pageHasWhatContactLensFoundOut() {
    storeFile("lens-page");
    api().store("calls/" + DAY + "lens-page.wav", fixture("journey/recording-9s-8khz.wav"));
    api().hand(asking("lens-page"));

    var page = api().settled("lens-page");

    assertThat(page.path("state").asString())
        .as(page.path("reason").asString(""))
        .isEqualTo("complete");
    assertThat(page.path("recording").isObject()).isTrue();
    // Two turns of the file are one of ours: the customer made no pause between them.
    assertThat(page.path("transcript").path("turns").asInt()).isEqualTo(4);
    assertThat(page.at("/analysis/whole/sentiment").isObject()).isTrue();
    var lens = page.path("contactLens");
    assertThat(lens.path("summary").asString()).startsWith("The customer cancelled");
    assertThat(lens.path("highlights").valueStream())
        .extracting(one -> one.path("kind").asString() + " " + one.path("participant").asString())
        .containsExactly("issue customer", "outcome agent", "actionItem agent");
    assertThat(lens.at("/categories/0/places").valueStream())
        .extracting(place -> place.path("beginMillis").asInt())
        .containsExactly(7370, 15_720);
    assertThat(lens.at("/categories/1/places").size()).isZero();
    assertThat(lens.at("/customer/interruptions/0/endMillis").asInt()).isEqualTo(11_190);
    assertThat(lens.at("/customer/quarters").size()).isEqualTo(4);
    assertThat(lens.at("/agent/loudness/highest").doubleValue()).isEqualTo(75.1);
    assertThat(lens.path("nonTalkMillis").asInt()).isEqualTo(4300);
    assertThat(page.path("attachments").valueStream())
        .extracting(file -> file.path("name").asString())
        .contains("ContactLensTranscripts.json");
  }

  @Test
  void recordingThatWasDeletedDoesNotStopTheTranscript() {
    storeFile("lens-deleted");
    var deleted =
        Map.of(
            "Location",
            "calls/" + DAY + "lens-deleted.wav",
            "Status",
            "DELETED",
            "Type",
            "AUDIO",
            "DeletionReason",
            "asked for");
    api().hand(asking("lens-deleted").with("Recording", deleted).without("Recordings"));

    var page = api().settled("lens-deleted");

    assertThat(decision(page, "recording").path("decision").asString()).isEqualTo("refused");
    assertThat(Api.step(page, "transcript").path("state").asString()).isEqualTo("complete");
    assertThat(Api.step(page, "sentiment").path("state").asString()).isEqualTo("complete");
    assertThat(page.path("recording").isNull()).isTrue();
    assertThat(page.path("contactLens").isObject()).isTrue();
  }

  @Test
  void recordingThatIsNotThereLeavesTheTranscriptComplete() {
    storeFile("lens-lost");
    api().hand(asking("lens-lost"));

    var page = api().settled("lens-lost");

    assertThat(page.path("state").asString()).isEqualTo("failed");
    assertThat(Api.step(page, "recording").path("code").asString())
        .isEqualTo("RECORDING_NOT_FOUND");
    assertThat(Api.step(page, "transcript").path("state").asString()).isEqualTo("complete");
    assertThat(page.path("contactLens").isObject()).isTrue();
  }

  @Test
  void wordsTakeTheRightToReadTranscripts() {
    storeFile("lens-deaf");
    api().store("calls/" + DAY + "lens-deaf.wav", fixture("journey/recording-9s-8khz.wav"));
    api().hand(asking("lens-deaf"));
    api().settled("lens-deaf");
    var made =
        api().post("/api/v1/tokens", "{\"name\":\"figures\",\"permissions\":[\"listen\"]}").json();

    var answer = api().withToken(made.path("token").asString()).get("/api/v1/contacts/lens-deaf");

    var lens = answer.json().path("contactLens");
    assertThat(lens.path("highlights").size()).isZero();
    assertThat(lens.path("summary").isNull()).isTrue();
    assertThat(lens.at("/categories/0/name").asString()).isEqualTo("Cancellation");
    assertThat(answer.text()).doesNotContain("subscription");
  }

  @Test
  void chatSaysThatItsFileIsNotRead() {
    api().hand(asking("lens-chat").with("Channel", "CHAT"));

    var page = api().settled("lens-chat");

    assertThat(decision(page, "transcript").path("reason").asString())
        .isEqualTo(
            "contactLensImportEnabled is for calls, and postcallTranscribeEnabled is not true on this chat.");
    assertThat(page.path("contactLens").isNull()).isTrue();
  }
}
