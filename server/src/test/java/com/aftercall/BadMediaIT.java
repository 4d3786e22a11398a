package com.aftercall;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.contact.SampleRecord;
import com.aftercall.recording.WavBytes;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is wrong with the audio or the wishes is said on the page, and costs nothing else. */
class BadMediaIT extends RunningServer {

  private final ObjectStore objects;

  @Autowired
  BadMediaIT(ObjectStore objects) {
    this.objects = objects;
  }

  @BeforeAll
  void askForARecordingThatNeverComes() {
    api().hand(record("never-there"));
  }

  @Test
  void locationThatLeavesItsBucketIsRefused() {
    api().hand(record("dots").recordedAt("calls/../operator.token"));

    var page = api().settled("dots");

    assertFailed(page, "recording", "RECORDING_LOCATION_INVALID");
    assertThat(page.path("reason").asString()).contains("path segment '..'");
    assertThat(Api.step(page, "waveform").path("state").asString()).isEqualTo("skipped");
    assertThat(api().post("/api/v1/contacts/dots/playback-url", "").status()).isEqualTo(404);
    assertThat(api().get("/api/v1/contacts/dots/waveform.dat").status()).isEqualTo(404);
  }

  @Test
  void objectMayNotBeStoredOutsideItsBucketEither() {
    var answer =
        api()
            .send(
                "PUT",
                "/api/v1/objects/calls/%2e%2e/%2e%2e/escaped",
                java.net.http.HttpRequest.BodyPublishers.ofString("x"));

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void uploadThatCallsItselfAFormIsStoredByteForByte() throws Exception {
    var path = "/api/v1/objects/calls/form.bin";
    var form = "application/x-www-form-urlencoded";

    var stored =
        api()
            .send(
                "PUT",
                path,
                java.net.http.HttpRequest.BodyPublishers.ofString("a=1&b=%zz"),
                "Content-Type",
                form);

    assertThat(stored.status()).as(stored.text()).isEqualTo(204);
    try (var input = objects.open(ObjectLocation.parse("calls/form.bin"))) {
      assertThat(input.stream(0).readAllBytes()).asString(US_ASCII).isEqualTo("a=1&b=%zz");
    }
  }

  @Test
  void fileWithoutBytesIsNoAudio() {
    api().store("calls/zero.wav", new byte[0]);
    api().hand(record("zero"));

    var page = api().settled("zero");

    assertThat(page.path("state").asString()).isEqualTo("failed");
    assertThat(Api.step(page, "recording").path("code").asString())
        .isIn("RECORDING_EMPTY", "RECORDING_UNREADABLE");
    assertThat(Api.step(page, "recording").path("attempts").asInt())
        .as("trying again changes nothing")
        .isEqualTo(1);
  }

  @Test
  void truncatedFileIsTakenAsFarAsItGoes() {
    var whole = fixture("journey/recording-9s-8khz.wav");
    api().store("calls/short.wav", Arrays.copyOf(whole, 44 + 2 * 32_000 + 3));
    api().store("calls/short.transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    api().hand(record("short"));

    var page = api().settled("short");

    assertThat(page.path("state").asString()).as(reason(page)).isEqualTo("complete");
    assertThat(page.path("recording").path("durationMillis").asLong()).isEqualTo(2_000);
  }

  @Test
  void headerThatClaimsFourGigabytesIsNotBelieved() {
    var bytes = silence(8_000, 1);
    var header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(4, 0xFFFFFFFF);
    header.putInt(40, 0xFFFFFFFF);
    api().store("calls/liar.wav", bytes);
    api().hand(record("liar").attribute("postcallTranscribeEnabled", "false"));

    var page = api().settled("liar");

    assertThat(page.path("recording").path("durationMillis").asLong()).isEqualTo(1_000);
    assertThat(Api.step(page, "waveform").path("state").asString()).isEqualTo("complete");
  }

  @Test
  void mp3CalledWavIsReadAsWhatItIs() {
    api().store("calls/mp3.wav", fixture("recording/mp3-called.wav"));
    api().store("calls/mp3.transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    api().hand(record("mp3"));

    var page = api().settled("mp3");

    assertThat(page.path("state").asString()).as(reason(page)).isEqualTo("complete");
    assertThat(page.path("recording").path("container").asString()).isEqualTo("MP3");
    var link = api().post("/api/v1/contacts/mp3/playback-url", "").json().path("url").asString();
    assertThat(api().get(link).header("Content-Type")).isEqualTo("audio/mpeg");
  }

  @Test
  void textCalledWavIsNoAudio() {
    api().store("calls/text.wav", "once upon a time".getBytes(US_ASCII));
    api().hand(record("text"));

    assertThat(Api.step(api().settled("text"), "recording").path("code").asString())
        .isIn("RECORDING_UNREADABLE", "RECORDING_FORMAT_UNSUPPORTED");
  }

  @Test
  void languageThatTranscribeDoesNotHaveIsSaidToBeUnknown() {
    api().store("calls/klingon.wav", silence(8_000, 1));
    api().hand(record("klingon").attribute("postcallTranscribeLanguage", "tlh-XX"));

    var page = api().settled("klingon");

    assertFailed(page, "transcript", "LANGUAGE_UNKNOWN");
    assertThat(Api.step(page, "waveform").path("state").asString()).isEqualTo("complete");
    assertThat(Api.step(page, "sentiment").path("state").asString()).isEqualTo("skipped");
  }

  @Test
  void languageThatNoEngineHasNamesWhatWouldHelp() {
    api().store("calls/german.wav", silence(8_000, 1));
    api().hand(record("german").attribute("postcallTranscribeLanguage", "de-DE"));

    var page = api().settled("german");

    assertFailed(page, "transcript", "LANGUAGE_NOT_SUPPORTED");
    assertThat(page.path("reason").asString()).contains("de-DE", "sphinx", "whisper");
  }

  @Test
  void analysisThatIsNoneIsNotedAndTheOthersAreMade() {
    api().store("calls/codes.wav", fixture("journey/recording-9s-8khz.wav"));
    api().store("calls/codes.transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    api().hand(record("codes").attribute("postcallTranscribeComprehendAnalysis", " SNT, dl ,xx"));

    var page = api().settled("codes");

    assertThat(page.path("state").asString()).as(reason(page)).isEqualTo("complete");
    assertThat(page.path("requested").path("analysis").toString()).isEqualTo("[\"snt\",\"dl\"]");
    assertThat(page.path("requested").path("notes").path(0).asString()).contains("'xx'");
    assertThat(Api.step(page, "sentiment").path("state").asString()).isEqualTo("complete");
  }

  @Test
  void finishedTranscriptThatIsNoneFailsItsStepAlone() {
    api().store("calls/broken.wav", silence(8_000, 1));
    api().store("calls/broken.transcribe.json", "{\"results\":".getBytes(US_ASCII));
    api().hand(record("broken"));

    var page = api().settled("broken");

    assertFailed(page, "transcript", "TRANSCRIPT_UNREADABLE");
    assertThat(Api.step(page, "recording").path("state").asString()).isEqualTo("complete");
  }

  @Test
  void recordingThatComesLateIsAwaited() {
    api().hand(record("late"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> api().page("late"),
            page ->
                page.path("state").asString().equals("waiting")
                    && page.path("reason").asString("").contains("no object calls/late.wav"));

    api().store("calls/late.transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    api().store("calls/late.wav", fixture("journey/recording-9s-8khz.wav"));

    var page = api().settled("late");
    if (page.path("state").asString().equals("failed")) { // on a machine that stood still meanwhile
      api().post("/api/v1/contacts/late/retry", "");
      page = api().settled("late");
    }
    assertThat(page.path("state").asString()).as(reason(page)).isEqualTo("complete");
  }

  @Test
  void recordingThatNeverComesIsGivenUpWithAReasonAndCanBeRetried() {
    var page = api().settled("never-there");

    assertFailed(page, "recording", "RECORDING_NOT_FOUND");
    var step = Api.step(page, "recording");
    assertThat(step.path("attempts").asInt()).isGreaterThan(2);
    assertThat(step.path("next").asString()).isEqualTo("Nothing, until somebody runs it again.");

    api().store("calls/never-there.wav", silence(8_000, 1));
    api().store("calls/never-there.vtt", "WEBVTT\n".getBytes(US_ASCII));
    assertThat(api().post("/api/v1/contacts/never-there/retry", "").status()).isEqualTo(202);
    assertThat(Api.step(api().settled("never-there"), "recording").path("state").asString())
        .isEqualTo("complete");
  }

  @Test
  void callInWhichNobodySpeaksIsCompleteAndSaysSo() {
    api().store("calls/silence.wav", silence(8_000, 3));
    api().hand(record("silence"));

    var page = api().settled("silence");

    assertThat(page.path("state").asString()).as(reason(page)).isEqualTo("complete");
    assertThat(Api.step(page, "transcript").path("message").asString())
        .contains("nobody said anything");
    assertThat(page.path("transcript").path("words").asInt(-1)).isZero();
    assertThat(Api.step(page, "sentiment").path("state").asString()).isEqualTo("complete");
    assertThat(page.path("recording").path("notes").toString()).contains("is silent");
    assertThat(api().get("/api/v1/contacts/silence/transcript").text()).isEqualTo("{\"turns\":[]}");
  }

  @Test
  void chatIsReadFromItsTranscript() {
    api().store("chats/chat.json", fixture("transcript/chat-connect.json"));
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", "chat")
                .with("Channel", "CHAT")
                .with("Recording", null)
                .with(
                    "Recordings",
                    List.of(Map.of("Location", "chats/chat.json", "MediaStreamType", "CHAT"))));

    var page = api().settled("chat");

    assertThat(page.path("state").asString()).as(reason(page)).isEqualTo("complete");
    assertThat(Api.step(page, "recording").path("state").asString()).isEqualTo("notRequested");
    assertThat(page.path("transcript").path("turns").asInt()).isPositive();
    assertThat(page.path("recording").isNull()).isTrue();
  }

  private static void assertFailed(JsonNode page, String step, String code) {
    assertThat(page.path("state").asString()).isEqualTo("failed");
    assertThat(Api.step(page, step).path("state").asString()).isEqualTo("failed");
    assertThat(Api.step(page, step).path("code").asString()).isEqualTo(code);
    assertThat(page.path("reason").asString())
        .as("the page says what the step says")
        .isEqualTo(Api.step(page, step).path("message").asString());
  }

  private static String reason(JsonNode page) {
    return page.path("reason").asString("no reason");
  }

  private static SampleRecord record(String id) {
    return SampleRecord.asGiven().with("ContactId", id).recordedAt("calls/" + id + ".wav");
  }

  private static byte[] silence(int sampleRateHz, int seconds) {
    return WavBytes.pcm16(2, sampleRateHz, new int[2 * sampleRateHz * seconds]);
  }
}
