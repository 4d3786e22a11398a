package com.aftercall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.SampleRecord;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One contact with a finished transcript, from its record to everything its page shows. */
class ContactJourneyIT extends RunningServer {

  private static final String ID = "journey";
  private static final String CONTACT = "/api/v1/contacts/" + ID;

  private final byte[] audio = fixture("journey/recording-9s-8khz.wav");
  private JsonNode page = JsonNodeFactory.instance.objectNode();

  @BeforeAll
  void takeTheContactAllTheWay() {
    page = play(ID);
  }

  private JsonNode play(String id) {
    api().store("calls/" + id + ".wav", audio);
    api()
        .store("calls/" + id + ".transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", id)
                .recordedAt("calls/" + id + ".wav")
                .attribute("postcallTranscribeComprehendAnalysis", "snt,kw,dl,ne,syn"));
    return api().settled(id);
  }

  @Test
  void everyStepIsCompleteAfterOneAttempt() {
    assertThat(page.path("state").asString())
        .as(page.path("reason").asString(""))
        .isEqualTo("complete");
    assertThat(page.path("steps").valueStream().map(s -> s.path("name").asString()))
        .containsExactly(
            "recording",
            "waveform",
            "transcript",
            "sentiment",
            "keyPhrases",
            "dominantLanguage",
            "customEntities",
            "syntax",
            "contactRecordPublication",
            "publication");
    assertThat(
            page.path("steps")
                .valueStream()
                .filter(s -> !s.path("name").asString().contains("ublication")))
        .allSatisfy(
            step -> {
              assertThat(step.path("state").asString()).isEqualTo("complete");
              assertThat(step.path("attempts").asInt()).isEqualTo(1);
              assertThat(Instant.parse(step.path("endedAt").asString()))
                  .isAfterOrEqualTo(Instant.parse(step.path("startedAt").asString()));
              assertThat(step.path("message").asString()).endsWith(".");
            });
  }

  @Test
  void answersAreAsDescribed() {
    var described = new Described(api().get("/openapi").json());
    for (var path :
        List.of(
            "/api/v1/contacts",
            "/api/v1/contacts/{contactId}",
            "/api/v1/contacts/{contactId}/syntax",
            "/api/v1/contacts/{contactId}/transcript",
            "/api/v1/contacts/{contactId}/attachments",
            "/api/v1/contacts/{contactId}/waveform.json",
            "/api/v1/session",
            "/api/v1/tokens",
            "/api/v1/status",
            "/api/v1/models")) {
      var answer = api().get(path.replace("{contactId}", ID));

      assertThat(described.faults("get", path, 200, "application/json", answer.json()))
          .as(path)
          .isEmpty();
    }
    assertThat(
            described.faults(
                "post",
                "/api/v1/contacts/{contactId}/playback-url",
                200,
                "application/json",
                api().post(CONTACT + "/playback-url", "").json()))
        .isEmpty();
    assertThat(
            described.faults(
                "get",
                "/api/v1/contacts/{contactId}",
                404,
                "application/problem+json",
                api().get("/api/v1/contacts/nobody").json()))
        .isEmpty();
  }

  @Test
  void pageSaysWhatTheAudioAndTheTranscriptAre() {
    assertThat(page.path("customerAddress").asString()).isEqualTo("+15555550123");
    assertThat(page.path("recording").path("container").asString()).isEqualTo("WAV");
    assertThat(page.path("recording").path("durationMillis").asLong()).isEqualTo(9_300);
    assertThat(page.path("recording").path("assignment").toString())
        .isEqualTo("[\"customer\",\"agent\"]");
    assertThat(page.path("transcript").path("quality").asString()).isEqualTo("finished");
    assertThat(page.path("transcript").path("words").asInt()).isEqualTo(27);
    assertThat(page.path("contactRecord").path("Queue").path("Name").asString())
        .isEqualTo("Support");
  }

  @Test
  void analysisIsThereForEachSideAndForBoth() {
    var analysis = page.path("analysis");
    for (var side : List.of("customer", "agent", "whole")) {
      assertThat(analysis.path(side).path("sentiment").path("overall").path("label").isString())
          .as(side)
          .isTrue();
      assertThat(
              analysis.path(side).path("dominantLanguage").path(0).path("languageTag").asString())
          .isEqualTo("en");
      assertThat(analysis.path(side).path("syntaxTokens").asInt()).isPositive();
    }
    var entity = analysis.path("customer").path("customEntities").path(0);
    assertThat(entity.path("text").asString()).isEqualTo("silver kettle");
    assertThat(entity.path("type").asString()).isEqualTo("PRODUCT");
    assertThat(analysis.path("agent").path("customEntities").size()).isZero();
  }

  @Test
  void wordsByPartOfSpeechComeForEachSide() {
    for (var side : List.of("customer", "agent", "whole")) {
      var tokens = api().get(CONTACT + "/syntax?side=" + side).json().path("items");

      assertThat(tokens.size())
          .isEqualTo(page.path("analysis").path(side).path("syntaxTokens").asInt());
      assertThat(tokens.path(0).path("tag").isString()).isTrue();
    }
    assertThat(api().get(CONTACT + "/syntax").json().path("items").path(0).path("text").asString())
        .isEqualTo("Thank");
    assertThat(api().get(CONTACT + "/syntax?side=left").status()).isEqualTo(400);
    assertThat(api().get("/api/v1/contacts/nobody/syntax").status()).isEqualTo(404);
  }

  @Test
  void pageTellsHowTheTwoTalk() {
    var talk = page.path("conversation");

    assertThat(talk.path("agent").path("talkMillis").asLong()).isEqualTo(3_820);
    assertThat(talk.path("customer").path("talkMillis").asLong()).isEqualTo(8_740 - 4_680);
    assertThat(talk.path("customer").path("turns").asInt()).isEqualTo(1);
    assertThat(talk.path("customer").path("wordsPerMinute").isNull()).isTrue();
    assertThat(talk.path("silenceMillis").asLong()).isEqualTo(9_300 - 3_820 - 4_060);
    assertThat(talk.path("silences").size()).isZero();
    assertThat(page.path("comments").asInt()).isZero();
  }

  @Test
  void recordingNamesItsSourceWithoutDates() {
    assertThat(page.path("recording").path("source").asString()).isEqualTo("calls");
    for (var location :
        List.of(
            "bucket/connect/demo/CallRecordings/2026/03/12/dated-1.wav",
            "bucket/connect/demo/CallRecordings/2026-03-12/dated-2.wav",
            "bucket/connect/demo/CallRecordings/year=2026/month=3/day=12/hour=09/dated-3.wav",
            "bucket/connect/demo/20260312/CallRecordings/dated-4.wav",
            "bucket/connect/demo/CallRecordings/dated-5.wav")) {
      var id = location.substring(location.lastIndexOf('/') + 1, location.length() - 4);
      api().store(location, audio);
      api()
          .hand(
              SampleRecord.of(id)
                  .recordedAt(location)
                  .with("Attributes", Map.of("postcallRecordingImportEnabled", "true")));

      assertThat(api().settled(id).path("recording").path("source").asString())
          .as(location)
          .isEqualTo("bucket/connect/demo/CallRecordings");
    }
  }

  @Test
  void transcriptHasTheTurnsWithTheirTimesAndWords() {
    var turns = api().get(CONTACT + "/transcript").json().path("turns");

    assertThat(turns.valueStream().map(turn -> turn.path("participant").asString()))
        .containsExactly("agent", "customer");
    var first = turns.path(0);
    assertThat(first.path("text").asString())
        .isEqualTo("Thank you for calling the service desk. This is Michael. How can I help?");
    assertThat(first.path("beginMillis").asLong()).isEqualTo(600);
    assertThat(first.path("words").path(6).path("text").asString()).isEqualTo("desk.");
    assertThat(turns.path(1).path("beginMillis").asLong()).isEqualTo(4_680);
    assertThat(turns.path(1).path("endMillis").asLong()).isEqualTo(8_740);
  }

  @ParameterizedTest
  @ValueSource(strings = {"txt", "srt", "vtt", "csv", "json"})
  void transcriptComesAsAFileToo(String format) {
    var answer = api().get(CONTACT + "/transcript." + format);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("kettle");
    assertThat(answer.header("Content-Disposition"))
        .startsWith("attachment;")
        .contains("transcript-journey." + format);
  }

  @Test
  void formatThatIsNoneIsNotFound() {
    assertThat(api().get(CONTACT + "/transcript.docx").status()).isEqualTo(404);
  }

  @Test
  void waveformBeginsWithTheHeaderOfTheDataFormat() {
    var answer = api().get(CONTACT + "/waveform.dat");
    var header = ByteBuffer.wrap(answer.body()).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(header.getInt()).as("version").isEqualTo(2);
    assertThat(header.getInt()).as("flags: 8 bit").isEqualTo(1);
    assertThat(header.getInt()).as("sample rate").isEqualTo(8_000);
    assertThat(header.getInt()).as("samples per pixel").isEqualTo(256);
    assertThat(header.getInt()).as("points").isEqualTo(291); // 74 400 / 256 = 290.6
    assertThat(header.getInt()).as("channels").isEqualTo(2);
    assertThat(answer.body()).hasSize(24 + 291 * 2 * 2);
    assertThat(api().get(CONTACT + "/waveform.dat?bits=16").body()).hasSize(24 + 291 * 2 * 2 * 2);
    assertThat(api().get(CONTACT + "/waveform.dat?samplesPerPixel=4096").body())
        .hasSize(24 + 19 * 2 * 2);
    assertThat(api().get(CONTACT + "/waveform.dat?bits=12").status()).isEqualTo(400);
    assertThat(api().get(CONTACT + "/waveform.dat?samplesPerPixel=0").status()).isEqualTo(400);
  }

  @Test
  void attachmentsAreTheOriginalsToTheByte() {
    var names =
        api()
            .get(CONTACT + "/attachments")
            .json()
            .path("items")
            .valueStream()
            .map(item -> item.path("name").asString())
            .toList();
    assertThat(names)
        .containsExactly(
            "CallRecording.wav",
            "CustomerTranscripts.json",
            "AgentTranscripts.json",
            "ComprehendSyntax.json");

    assertThat(api().get(CONTACT + "/attachments/CallRecording.wav").body()).isEqualTo(audio);
    assertThat(api().get(CONTACT + "/attachments/AgentTranscripts.json").text())
        .isEqualTo(new String(fixture("journey/AgentTranscripts.json"), UTF_8).strip());
    assertThat(api().get(CONTACT + "/attachments/CustomerTranscripts.json").text())
        .isEqualTo(new String(fixture("journey/CustomerTranscripts.json"), UTF_8).strip());
    assertThat(api().get(CONTACT + "/attachments/ComprehendSyntax.json").text())
        .startsWith("[{\"text\": \"");
    assertThat(api().get(CONTACT + "/attachments/secret.txt").status()).isEqualTo(404);
    assertThat(api().get("/api/v1/contacts/nobody/attachments").status()).isEqualTo(404);
  }

  @Test
  void recordingIsPlayedByItsLinkWithoutAToken() {
    var answer = api().withoutToken().get(link());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("audio/wav");
    assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.body()).isEqualTo(audio);
  }

  @Test
  void partsOfTheRecordingAreGivenByRange() {
    var part = api().withoutToken().get(link(), "Range", "bytes=1000-1999");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("Content-Range")).isEqualTo("bytes 1000-1999/" + audio.length);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(audio, 1000, 2000));

    var end = api().withoutToken().get(link(), "Range", "bytes=-5");
    assertThat(end.body()).isEqualTo(Arrays.copyOfRange(audio, audio.length - 5, audio.length));

    var past = api().withoutToken().get(link(), "Range", "bytes=" + audio.length + "-");
    assertThat(past.status()).isEqualTo(416);
    assertThat(past.header("Content-Range")).isEqualTo("bytes */" + audio.length);
  }

  @Test
  void rangeUnderAnotherTagGivesTheWhole() {
    var tag = api().withoutToken().get(link(), "Range", "bytes=0-0").header("ETag");

    assertThat(api().withoutToken().get(link(), "Range", "bytes=0-9", "If-Range", tag).status())
        .isEqualTo(206);
    var other = api().withoutToken().get(link(), "Range", "bytes=0-9", "If-Range", "\"other\"");
    assertThat(other.status()).isEqualTo(200);
    assertThat(other.body()).hasSameSizeAs(audio);
  }

  @Test
  void linkThatWasChangedOpensNothing() {
    var link = link();
    var signature = link.substring(link.indexOf("Signature=") + "Signature=".length());
    var flipped = (signature.charAt(0) == 'A' ? 'B' : 'A') + signature.substring(1);
    var expires = Pattern.compile("Expires=(\\d+)");

    for (var changed :
        List.of(
            link.replace(signature, flipped),
            link.replace(signature, "***"),
            link.replace(signature, ""),
            expires.matcher(link).replaceFirst("Expires=99999999999"),
            link.replace("/media/" + ID, "/media/" + "another"))) {
      var answer = api().withoutToken().get(changed);
      assertThat(answer.status()).as(changed).isEqualTo(403);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
    assertThat(api().withoutToken().get("/media/" + ID).status()).isEqualTo(400);
  }

  @Test
  void linkEndsAfterAnHour() {
    var link = link();
    try {
      ahead = Duration.ofMinutes(59);
      assertThat(api().withoutToken().get(link, "Range", "bytes=0-0").status()).isEqualTo(206);
      ahead = Duration.ofMinutes(61);
      assertThat(api().withoutToken().get(link).status()).isEqualTo(403);
    } finally {
      ahead = Duration.ZERO;
    }
  }

  @Test
  void retryFromAStepRunsItAndWhatNeedsIt() {
    var before = play("retried");

    assertThat(api().post("/api/v1/contacts/retried/retry", "{\"step\":\"syntax\"}").status())
        .isEqualTo(202);

    var after = api().settled("retried");
    assertThat(after.path("state").asString()).isEqualTo("complete");
    assertThat(started(after, "syntax")).isAfter(started(before, "syntax"));
    assertThat(Api.step(after, "syntax").path("attempts").asInt()).isEqualTo(1);
    assertThat(Api.step(after, "transcript")).isEqualTo(Api.step(before, "transcript"));
    assertThat(Api.step(after, "sentiment")).isEqualTo(Api.step(before, "sentiment"));
  }

  @Test
  void retryOfAStepOrContactThatIsNoneIsRefused() {
    assertThat(api().post(CONTACT + "/retry", "{\"step\":\"dance\"}").status()).isEqualTo(400);
    assertThat(api().post("/api/v1/contacts/nobody/retry", "").status()).isEqualTo(404);
  }

  @Test
  void swappedChannelsChangeTheTurnsAtOnceAndTheAnalysisAnew() {
    play("swapped");

    assertThat(api().put("/api/v1/contacts/swapped/channels", "{\"swapped\":true}").status())
        .isEqualTo(200);

    assertThat(
            api()
                .get("/api/v1/contacts/swapped/transcript")
                .json()
                .path("turns")
                .valueStream()
                .map(turn -> turn.path("participant").asString()))
        .containsExactly("customer", "agent");
    var after = api().settled("swapped");
    assertThat(after.path("recording").path("swapped").asBoolean()).isTrue();
    assertThat(after.path("analysis").path("agent").path("customEntities").size()).isEqualTo(1);
    assertThat(after.path("analysis").path("customer").path("customEntities").size()).isZero();
    assertThat(api().put("/api/v1/contacts/swapped/channels", "{}").status()).isEqualTo(400);
  }

  @Test
  void contactOfATransferNamesTheOthers() {
    api().hand(SampleRecord.of("chain-1").with("NextContactId", "chain-2"));
    api()
        .hand(
            SampleRecord.of("chain-2")
                .with("InitialContactId", "chain-1")
                .with("PreviousContactId", "chain-1")
                .with("NextContactId", "chain-3"));

    var related = api().page("chain-2").path("related");

    assertThat(related.path(0).path("relation").asString()).isEqualTo("initial");
    assertThat(related.path(1).path("name").asString()).startsWith("CCA ");
    assertThat(related.path(2).path("contactId").asString()).isEqualTo("chain-3");
    assertThat(related.path(2).path("name").isNull()).isTrue();
  }

  private String link() {
    return api().post(CONTACT + "/playback-url", "").json().path("url").asString();
  }

  private static Instant started(JsonNode page, String step) {
    return Instant.parse(Api.step(page, step).path("startedAt").asString());
  }
}
