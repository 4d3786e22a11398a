package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.contact.SampleRecord;
import com.aftercall.storage.aws.S3Server;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Contacts whose recordings lie in a bucket, on an S3 server of others that checks signatures. */
class S3JourneyIT extends RunningServer {

  private static final String DAY = "2026/03/12/";
  private static final S3Server AMAZON = start();

  private final byte[] audio = fixture("journey/recording-9s-8khz.wav");

  private static S3Server start() {
    System.setProperty("aws.accessKeyId", S3Server.ACCESS_KEY);
    System.setProperty("aws.secretAccessKey", S3Server.SECRET);
    var server = S3Server.proxy(newDataFolder("s3"));
    server.empty("connect-calls", "company");
    return server;
  }

  @DynamicPropertySource
  static void useIt(DynamicPropertyRegistry settings) {
    settings.add("aftercall.aws.region", () -> "eu-central-1");
    settings.add("aftercall.aws.endpoints.s3", AMAZON::address);
    settings.add("aftercall.storage.s3.path-style", () -> "true");
    settings.add("ConnectRecordingS3BucketName", () -> "connect-calls");
    settings.add("aftercall.storage.s3.own-bucket", () -> "company");
    settings.add("aftercall.storage.s3.own-prefix", () -> "aftercall/test");
  }

  @AfterAll
  static void stop() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    AMAZON.close();
  }

  private static void put(S3Client client, String key, byte[] content) {
    client.putObject(put -> put.bucket("connect-calls").key(key), RequestBody.fromBytes(content));
  }

  @Test
  void recordingInABucketIsDrawnTranscribedAndPlayed() {
    var key = "connect/our alias/CallRecordings/" + DAY + "s3-plain_20260312T10:04_UTC";
    try (var client = AMAZON.client()) {
      put(client, key + ".wav", audio);
      put(client, key + ".transcribe.json", fixture("journey/recording-9s.transcribe.json"));
      api()
          .hand(
              SampleRecord.asGiven()
                  .with("ContactId", "s3-plain")
                  .recordedAt("connect-calls/" + key + ".wav"));
      var page = api().settled("s3-plain");

      assertThat(page.path("state").asString())
          .as(page.path("reason").asString(""))
          .isEqualTo("complete");
      assertThat(page.path("recording").path("redacted").asBoolean()).isFalse();
      assertThat(page.path("transcript").path("words").asInt()).isPositive();
      assertThat(
              client
                  .listObjectsV2(
                      list -> list.bucket("company").prefix("aftercall/test/waveforms/s3-plain/"))
                  .contents())
          .hasSize(4);
    }
    var waveform = api().get("/api/v1/contacts/s3-plain/waveform.json");
    assertThat(waveform.status()).isEqualTo(200);
    var link =
        api().post("/api/v1/contacts/s3-plain/playback-url", "").json().path("url").asString();
    var part = api().withoutToken().get(link, "Range", "bytes=1000-1999");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(audio, 1000, 2000));
  }

  @Test
  void redactedRecordingIsAwaitedAndFoundByContactAndDay() {
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", "s3-redacted")
                .recordedAt("connect-calls/connect/a/CallRecordings/" + DAY + "s3-redacted_x.wav")
                .attribute("postcallRecordingImportEnabled", "false")
                .attribute("postcallRedactedRecordingImportEnabled", "true"));
    var redacted =
        "Analysis/Voice/Redacted/" + DAY + "s3-redacted_analysis_redacted_2026-03-12T10:14:05Z";
    try (var client = AMAZON.client()) {
      put(
          client,
          redacted + ".json",
          "{\"Transcript\": 1}".getBytes(StandardCharsets.UTF_8)); // the analysis itself
      put(client, redacted + ".transcribe.json", fixture("journey/recording-9s.transcribe.json"));
      put(client, redacted + ".wav", audio);
    }
    var page = api().settled("s3-redacted");

    assertThat(page.path("state").asString())
        .as(page.path("reason").asString(""))
        .isEqualTo("complete");
    assertThat(page.path("requested").path("redactedImport").asBoolean()).isTrue();
    assertThat(page.path("recording").path("redacted").asBoolean()).isTrue();
    assertThat(page.path("recording").path("location").asString())
        .isEqualTo("connect-calls/" + redacted + ".wav");
    assertThat(Api.step(page, "recording").path("message").asString())
        .startsWith("Redacted by Contact Lens: ");
  }

  @Test
  void newerRecordThatAsksForTheRedactedRecordingReplacesTheOther() {
    var original = "connect/a/CallRecordings/" + DAY + "s3-switch_x.wav";
    var redacted =
        "Analysis/Voice/Redacted/" + DAY + "s3-switch_analysis_redacted_2026-03-12T10:14:05Z.wav";
    try (var client = AMAZON.client()) {
      put(client, original, audio);
      put(client, redacted, audio);
    }
    var record =
        SampleRecord.asGiven()
            .with("ContactId", "s3-switch")
            .recordedAt("connect-calls/" + original)
            .attribute("postcallTranscribeEnabled", "false");
    api().hand(record);
    assertThat(api().settled("s3-switch").path("recording").path("redacted").asBoolean()).isFalse();

    api()
        .hand(
            record
                .lastUpdate("2027-01-01T00:00:00Z")
                .attribute("postcallRecordingImportEnabled", "false")
                .attribute("postcallRedactedRecordingImportEnabled", "true"));
    await("s3-switch")
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> api().page("s3-switch"),
            page -> page.path("recording").path("redacted").asBoolean());
    assertThat(api().page("s3-switch").path("recording").path("location").asString())
        .isEqualTo("connect-calls/" + redacted);
  }

  @Test
  void objectThatIsThereIsLeftAsItIsWhereThatIsAsked() {
    var path = "/api/v1/objects/connect-calls/by-hand/a:b.wav";

    assertThat(
            api()
                .send("PUT", path, BodyPublishers.ofString("first"), "If-None-Match", "*")
                .status())
        .isEqualTo(204);
    assertThat(
            api()
                .send("PUT", path, BodyPublishers.ofString("second"), "If-None-Match", "*")
                .status())
        .isEqualTo(412);
    assertThat(api().send("PUT", path, BodyPublishers.ofString("third")).status()).isEqualTo(204);
  }
}
