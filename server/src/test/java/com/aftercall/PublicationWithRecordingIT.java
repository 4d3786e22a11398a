package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.contact.SampleRecord;
import com.aftercall.publication.SalesforceOrgDouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Recordings as attachments of their records, whatever the objects in the bucket go through; into
 * an org where the server logs in as the original did, with a password.
 */
@TestPropertySource(
    properties = {
      "aftercall.switches.publication=true",
      "aftercall.salesforce.login=password",
      "aftercall.salesforce.username=" + SalesforceOrgDouble.USERNAME,
      "aftercall.publication.attach-recording=true",
      "aftercall.publication.recording-limit=300KB",
      "aftercall.publication.patience=2s",
      "aftercall.pipeline.recording-wait=10m",
      "aftercall.secrets.keep=0s"
    })
class PublicationWithRecordingIT extends RunningServer {

  private static final String PUBLICATION = "publication";
  private static final String[] ALL_FILES = {
    "CustomerTranscripts.json",
    "AgentTranscripts.json",
    "ComprehendSyntax.json",
    "CallRecording.wav"
  };

  private static final OrgAccess ACCESS = OrgAccess.make();
  private static final SalesforceOrgDouble ORG = OrgAccess.start("amazonconnect", ACCESS);
  private static final OrgRows ROWS = new OrgRows(ORG, "amazonconnect__");

  private final byte[] audio = fixture("journey/recording-9s-8khz.wav");
  private final byte[] words = fixture("journey/recording-9s.transcribe.json");

  @DynamicPropertySource
  static void org(DynamicPropertyRegistry registry) {
    registry.add("aftercall.salesforce.host", () -> ORG.address().toString());
  }

  @BeforeAll
  void givePassword() {
    ACCESS.store(api());
  }

  @AfterEach
  void putTheClockBack() {
    ahead = Duration.ZERO;
  }

  private void hand(String id) {
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", id)
                .recordedAt("calls/" + id + ".wav")
                .attribute("postcallTranscribeComprehendAnalysis", "snt,kw,dl,ne,syn")
                .attribute("postcallCTRImportEnabled", "true"));
  }

  private JsonNode play(String id, byte[] recording) {
    store(id, recording, words);
    hand(id);
    return api().settled(id);
  }

  private void store(String id, byte[] recording, byte[] transcript) {
    api().store("calls/" + id + ".transcribe.json", transcript);
    api().store("calls/" + id + ".wav", recording);
  }

  private String said(String id, String step, String field) {
    return api()
        .page(id)
        .path("steps")
        .valueStream()
        .filter(each -> each.path("name").asString().equals(step))
        .map(each -> each.path(field).asString(""))
        .findFirst()
        .orElse("");
  }

  private void retry(String id, String step) {
    var answer = api().post("/api/v1/contacts/" + id + "/retry", "{\"step\": \"" + step + "\"}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
  }

  private void assertWhole(String id, byte[] recording) {
    var page = api().settled(id);
    assertThat(page.path("state").asString())
        .as(page.path("reason").asString(""))
        .isEqualTo("complete");
    assertThat(ROWS.of(ROWS.recordObject(), id)).hasSize(1);
    assertThat(ROWS.attachments(id))
        .extracting(row -> row.path("Name").asString())
        .containsExactlyInAnyOrder(ALL_FILES);
    assertThat(OrgRows.content(ROWS.attachments(id), "Name", "CallRecording.wav", "Body"))
        .isEqualTo(recording);
  }

  @Test
  void recordingIsAnAttachmentOfItsRecord() {
    play("attached", audio);

    assertWhole("attached", audio);
    assertThat(ROWS.attachments("attached"))
        .filteredOn(row -> row.path("Name").asString().equals("CallRecording.wav"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.path("ContentType").asString()).isEqualTo("audio/wav");
              assertThat(row.path("Description").asString()).isEqualTo("Call Recording");
            });
  }

  @Test
  void recordingOverTheLimitIsLeftOutAndTheTimelineSaysSo() {
    var page = play("long", Arrays.copyOf(audio, 300 * 1024 + 1));

    assertThat(page.path("state").asString()).isEqualTo("complete");
    assertThat(Api.step(page, PUBLICATION).path("message").asString())
        .contains(
            "The recording has 307,201 bytes, more than aftercall.publication.recording-limit, and was not attached.");
    assertThat(ROWS.attachments("long"))
        .extracting(row -> row.path("Name").asString())
        .hasSize(3)
        .doesNotContain("CallRecording.wav");
  }

  @Test
  void passwordOpensTheOrgWhereItIsAskedForAndIsInNoAddress() {
    play("password", audio);

    assertWhole("password", audio);
    assertThat(ORG.grants).isNotEmpty().containsOnly("password");
    assertThat(String.join("\n", LOGGED)).doesNotContain(SalesforceOrgDouble.PASSWORD);
  }

  @Test
  void recordingThatComesFiveMinutesLateFollowsWhatWasPublishedWithoutIt() {
    hand("late");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> said("late", PUBLICATION, "state"), "complete"::equals);
    assertThat(said("late", "recording", "code")).isEqualTo("RECORDING_NOT_FOUND");
    var early = ROWS.analytics("late");
    assertThat(early.path("amazonconnect__RecordingPath__c").asString())
        .isEqualTo("calls/late.wav");
    assertThat(early.has("amazonconnect__DominantLanguage__c")).isFalse();

    ahead = Duration.ofMinutes(5);
    store("late", audio, words);

    assertWhole("late", audio);
    assertThat(ROWS.analytics("late").path("Id")).isEqualTo(early.path("Id"));
    assertThat(ROWS.analytics("late").path("amazonconnect__DominantLanguage__c").asString())
        .isEqualTo("en");
  }

  @Test
  void halfWrittenTranscriptIsSaidAndPublishedOnceItIsWhole() {
    store("half-words", audio, Arrays.copyOf(words, words.length / 2));
    hand("half-words");

    var page = api().settled("half-words");
    assertThat(page.path("state").asString()).isEqualTo("failed");
    assertThat(Api.step(page, "transcript").path("code").asString())
        .isEqualTo("TRANSCRIPT_UNREADABLE");
    assertThat(ROWS.attachments("half-words"))
        .extracting(row -> row.path("Name").asString())
        .containsExactly("CallRecording.wav");

    store("half-words", audio, words);
    retry("half-words", "transcript");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> api().page("half-words").path("state").asString(), "complete"::equals);

    assertWhole("half-words", audio);
  }

  @Test
  void halfWrittenRecordingIsSaidAndTheWholeOneTakesItsPlace() {
    var half = Arrays.copyOf(audio, audio.length / 2);
    play("half", half);
    assertWhole("half", half);
    assertThat(new String(api().get("/api/v1/contacts/half").body(), StandardCharsets.UTF_8))
        .contains("The file ends 148,822 bytes before its header says; what is there was taken.");

    store("half", audio, words);
    retry("half", "recording");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> OrgRows.content(ROWS.attachments("half"), "Name", "CallRecording.wav", "Body"),
            content -> content.length == audio.length);

    assertWhole("half", audio);
  }

  @Test
  void recordingThatChangedSinceItsImportIsNotSentAndHoldsNoOtherContactUp() {
    play("changed", audio);
    store("changed", Arrays.copyOf(audio, audio.length / 3), words);
    retry("changed", PUBLICATION);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> said("changed", PUBLICATION, "code"), "NEEDS_EARLIER_STEP"::equals);
    assertThat(said("changed", PUBLICATION, "message"))
        .contains("The recording has changed since it was imported")
        .contains("99,214")
        .contains("297,644");
    assertThat(api().get("/api/v1/publication").json().path("trouble").isNull()).isTrue();
    assertThat(OrgRows.content(ROWS.attachments("changed"), "Name", "CallRecording.wav", "Body"))
        .isEqualTo(audio);

    retry("changed", "recording");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> api().page("changed").path("state").asString(), "complete"::equals);
    assertWhole("changed", Arrays.copyOf(audio, audio.length / 3));
  }
}
