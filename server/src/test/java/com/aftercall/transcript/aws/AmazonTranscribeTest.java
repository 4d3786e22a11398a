package com.aftercall.transcript.aws;

import static com.aftercall.aws.AwsJsonDouble.broken;
import static com.aftercall.aws.AwsJsonDouble.expired;
import static com.aftercall.aws.AwsJsonDouble.throttled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aftercall.aws.AwsJsonDouble;
import com.aftercall.aws.AwsJsonDouble.Trouble;
import com.aftercall.aws.TestIdentity;
import com.aftercall.doctor.Finding;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.spi.RecordingTranscriber.Job;
import com.aftercall.transcript.spi.RecordingTranscriber.State;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.transcribe.TranscribeClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AmazonTranscribeTest {

  private static final Optional<LanguageCode> ENGLISH = Optional.of(new LanguageCode("en-US"));

  private final AwsJsonDouble amazon = AwsJsonDouble.of("transcribe");
  private final TranscribeService service = TranscribeService.in(amazon);

  @BeforeAll
  static void beSomebody() {
    TestIdentity.take();
  }

  @AfterAll
  static void beNobody() {
    TestIdentity.drop();
  }

  @AfterEach
  void everyCallFitsTheModel() {
    amazon.close();
    assertThat(amazon.faults()).isEmpty();
  }

  /** Settings, all but those given as they are by default. */
  private static AmazonTranscribeSettings settings(Map<String, Object> given) {
    var all = new HashMap<String, Object>(given);
    return new AmazonTranscribeSettings(
        "transcripts",
        "aftercall/",
        (String) all.get("kms"),
        (String) all.get("role"),
        all.containsKey("vocabulary") ? Map.of("en-us", (String) all.get("vocabulary")) : Map.of(),
        all.containsKey("filter") ? Map.of("en-US", (String) all.get("filter")) : Map.of(),
        "remove",
        all.containsKey("options") ? List.of(((String) all.get("options")).split(" ")) : List.of(),
        all.containsKey("redact"),
        all.containsKey("redact") ? List.of(((String) all.get("redact")).split(" ")) : List.of(),
        Duration.ofSeconds(20),
        200,
        20,
        null);
  }

  private AmazonTranscribe transcribe(Map<String, Object> given) {
    return new AmazonTranscribe(
        amazon
            .clients()
            .configure(TranscribeClient.builder(), "transcribe")
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build(),
        settings(given));
  }

  private static Job job(int channels, Optional<LanguageCode> language) {
    return new Job(
        "4f0e_0123", "s3://calls/2026/a T03:02_UTC.wav", "audio/wav", channels, language);
  }

  private JsonNode order(Map<String, Object> given, Job job) {
    transcribe(given).start(job);
    return amazon.requests("StartTranscriptionJob").getLast();
  }

  @Test
  void twoChannelsAreToldApart() {
    var order = order(Map.of(), job(2, ENGLISH));

    assertThat(order)
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"TranscriptionJobName": "4f0e_0123", "LanguageCode": "en-US",
                     "MediaFormat": "wav",
                     "Media": {"MediaFileUri": "s3://calls/2026/a T03:02_UTC.wav"},
                     "OutputBucketName": "transcripts", "OutputKey": "aftercall/4f0e_0123.json",
                     "Settings": {"ChannelIdentification": true}}
                    """));
  }

  @Test
  void voicesOfOneChannelAreToldApart() {
    assertThat(order(Map.of(), job(1, ENGLISH)).path("Settings").toString())
        .isEqualTo("{\"ShowSpeakerLabels\":true,\"MaxSpeakerLabels\":2}");
  }

  @Test
  void everySettingIsHandedOn() {
    var order =
        order(
            Map.of(
                "kms", "alias/transcripts",
                "role", "arn:aws:iam::123456789012:role/transcribe",
                "vocabulary", "Kettles",
                "filter", "Rude",
                "redact", "PIN credit_debit_number"),
            job(2, ENGLISH));

    assertThat(order.path("OutputEncryptionKMSKeyId").asString()).isEqualTo("alias/transcripts");
    assertThat(order.path("JobExecutionSettings").path("DataAccessRoleArn").asString())
        .isEqualTo("arn:aws:iam::123456789012:role/transcribe");
    assertThat(order.path("JobExecutionSettings").path("AllowDeferredExecution").asBoolean())
        .isTrue();
    assertThat(order.path("Settings").path("VocabularyName").asString()).isEqualTo("Kettles");
    assertThat(order.path("Settings").path("VocabularyFilterName").asString()).isEqualTo("Rude");
    assertThat(order.path("Settings").path("VocabularyFilterMethod").asString())
        .isEqualTo("remove");
    assertThat(order.path("ContentRedaction").toString())
        .isEqualTo(
            "{\"RedactionType\":\"PII\",\"RedactionOutput\":\"redacted\",\"PiiEntityTypes\":[\"PIN\",\"CREDIT_DEBIT_NUMBER\"]}");
  }

  @Test
  void languageIsFoundOutAmongThoseThatAreSet() {
    var order =
        order(Map.of("options", "en-us de-DE", "vocabulary", "Kettles"), job(2, Optional.empty()));

    assertThat(order.has("LanguageCode")).isFalse();
    assertThat(order.path("IdentifyLanguage").asBoolean()).isTrue();
    assertThat(order.path("LanguageOptions").toString()).isEqualTo("[\"en-US\",\"de-DE\"]");
    assertThat(order.path("LanguageIdSettings").toString())
        .isEqualTo("{\"en-US\":{\"VocabularyName\":\"Kettles\"}}");
    assertThat(order.path("Settings").has("VocabularyName")).isFalse();
  }

  @Test
  void vocabularyOfAnotherLanguageIsNotUsed() {
    var german = Optional.of(new LanguageCode("de-DE"));
    var order = order(Map.of("vocabulary", "Kettles", "filter", "Rude"), job(2, german));

    assertThat(order.path("Settings").toString()).isEqualTo("{\"ChannelIdentification\":true}");
  }

  @Test
  void anotherVocabularyIsAnotherVariant() {
    var plain = transcribe(Map.of());
    var withWords = transcribe(Map.of("vocabulary", "Kettles"));

    assertThat(plain.variant(ENGLISH)).isNotEqualTo(withWords.variant(ENGLISH));
    assertThat(plain.variant(ENGLISH)).isNotEqualTo(plain.variant(Optional.empty()));
    assertThat(plain.variant(ENGLISH)).isEqualTo(transcribe(Map.of()).variant(ENGLISH));
  }

  @Test
  void jobGoesFromQueuedToItsTranscript() {
    var transcribe = transcribe(Map.of());
    transcribe.start(job(2, ENGLISH));

    assertThat(transcribe.look("4f0e_0123")).isEqualTo(new State.Working());
    assertThat(transcribe.look("4f0e_0123"))
        .isEqualTo(new State.Done(new ObjectLocation("transcripts", "aftercall/4f0e_0123.json")));
  }

  @Test
  void orderGivenTwiceMakesOneJob() {
    var transcribe = transcribe(Map.of());
    transcribe.start(job(2, ENGLISH));
    transcribe.start(job(2, ENGLISH));

    assertThat(service.has("4f0e_0123")).isTrue();
    assertThat(amazon.requests("StartTranscriptionJob")).hasSize(2);
  }

  @Test
  void orderWhoseAnswerIsLostMakesOneJob() {
    amazon.fail("StartTranscriptionJob", new Trouble.AnswerLost());
    transcribe(Map.of()).start(job(2, ENGLISH));

    assertThat(amazon.requests("StartTranscriptionJob")).hasSize(2);
    assertThat(service.has("4f0e_0123")).isTrue();
  }

  @Test
  void jobThatHearsAnotherRecordingIsNotTaken() {
    var transcribe = transcribe(Map.of());
    transcribe.start(job(2, ENGLISH));

    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(
            () ->
                transcribe.start(
                    new Job("4f0e_0123", "s3://calls/other.wav", "audio/wav", 2, ENGLISH)))
        .withMessageContaining("hears another recording");
  }

  @Test
  void failedJobSaysWhy() {
    service.failFor(Optional.of("The media format that you specified doesn't match."));
    var transcribe = transcribe(Map.of());
    transcribe.start(job(2, ENGLISH));
    transcribe.look("4f0e_0123");

    assertThat(transcribe.look("4f0e_0123"))
        .isEqualTo(new State.Failed("The media format that you specified doesn't match."));
  }

  @Test
  void jobThatIsNotThereIsUnknownAndForgottenWithoutAWord() {
    var transcribe = transcribe(Map.of());

    assertThat(transcribe.look("none")).isEqualTo(new State.Unknown());
    transcribe.forget("none");
  }

  @Test
  void whatTheServiceDoesNotTakeIsSaidInItsWords() {
    amazon.on(
        "StartTranscriptionJob",
        request -> {
          throw new com.aftercall.aws.ServiceError(
              400, "BadRequestException", "The specified vocabulary doesn't exist.");
        });

    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> transcribe(Map.of()).start(job(2, ENGLISH)))
        .withMessageContaining("The specified vocabulary doesn't exist.")
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.AWS_REFUSED));
  }

  @Test
  void troubleThatPassesIsPassedOver() {
    amazon.fail("StartTranscriptionJob", throttled(), broken());
    transcribe(Map.of()).start(job(2, ENGLISH));

    assertThat(service.has("4f0e_0123")).isTrue();
  }

  @Test
  void troubleThatStaysMayBeTriedAgainLater() {
    amazon.fail("GetTranscriptionJob", Collections.nCopies(8, throttled()).toArray(Trouble[]::new));
    amazon.fail("StartTranscriptionJob", Collections.nCopies(8, expired()).toArray(Trouble[]::new));
    var transcribe = transcribe(Map.of());

    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> transcribe.look("one"))
        .withMessageContaining("takes no more requests")
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.AWS_UNAVAILABLE));
    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> transcribe.start(job(2, ENGLISH)))
        .withMessageContaining("credentials for Amazon Transcribe are over");
  }

  @Test
  void tooManyJobsAreTriedAgain() {
    amazon.fail(
        "StartTranscriptionJob",
        Collections.nCopies(8, new Trouble.Refusal(400, "LimitExceededException"))
            .toArray(Trouble[]::new));

    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> transcribe(Map.of()).start(job(2, ENGLISH)))
        .withMessageContaining("takes no more jobs");
  }

  @Test
  void checkSaysWhatIsMissing() {
    var check = new TranscribeCheck(transcribe(Map.of()), settings(Map.of()));

    assertThat(check.run().verdict()).isEqualTo(Finding.Verdict.OK);
    amazon.fail("ListTranscriptionJobs", new Trouble.Refusal(400, "AccessDeniedException"));
    assertThat(check.run())
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(Finding.Verdict.FAILED);
              assertThat(finding.found()).contains("allow transcribe:ListTranscriptionJobs");
            });
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Map.of("options", "en-US")))
        .withMessageContaining("two or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Map.of("options", "en-US deutsch")))
        .withMessageContaining("is not a code of Amazon Transcribe");
  }
}
