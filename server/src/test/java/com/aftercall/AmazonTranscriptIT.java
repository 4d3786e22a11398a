package com.aftercall;

import static com.aftercall.aws.AwsJsonDouble.broken;
import static com.aftercall.aws.AwsJsonDouble.throttled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.aws.AwsJsonDouble;
import com.aftercall.aws.AwsJsonDouble.Trouble;
import com.aftercall.aws.TestIdentity;
import com.aftercall.contact.SampleRecord;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import com.aftercall.transcript.aws.TranscribeService;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Contacts that Amazon Transcribe writes down; buckets are folders that pass for Amazon S3. */
@Import(AmazonTranscriptIT.FoldersAsBuckets.class)
class AmazonTranscriptIT extends RunningServer {

  private static final AwsJsonDouble AMAZON = AwsJsonDouble.of("transcribe");
  private static final TranscribeService TRANSCRIBE = TranscribeService.in(AMAZON);

  private final ObjectStore objects;
  private final JdbcClient jdbc;

  @Autowired
  AmazonTranscriptIT(ObjectStore objects, JdbcClient jdbc) {
    this.objects = objects;
    this.jdbc = jdbc;
  }

  @DynamicPropertySource
  static void useTranscribe(DynamicPropertyRegistry properties) {
    properties.add("aftercall.transcription.engine", () -> "amazon-transcribe");
    properties.add("aftercall.transcribe.output-bucket", () -> "transcripts");
    properties.add("aftercall.transcribe.first-look", () -> "200ms");
    properties.add("aftercall.transcribe.jobs", () -> 3);
    properties.add("aftercall.aws.region", () -> "eu-central-1");
    properties.add("aftercall.aws.endpoints.transcribe", AMAZON::address);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class FoldersAsBuckets {

    @Bean
    @Primary
    ObjectStore buckets(@Qualifier("objectStore") ObjectStore folders) {
      return (ObjectStore)
          Proxy.newProxyInstance(
              FoldersAsBuckets.class.getClassLoader(),
              new Class<?>[] {ObjectStore.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("s3Address")) {
                  return Optional.of("s3://" + arguments[0]);
                }
                try {
                  return method.invoke(folders, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }

  @BeforeAll
  void beSomebody() {
    TestIdentity.take();
    TRANSCRIBE.writeTranscriptsBy(
        place ->
            objects.put(
                ObjectLocation.parse(place),
                new ByteArrayInputStream(fixture("journey/recording-9s.transcribe.json"))));
  }

  @AfterEach
  void everyCallFitsTheModel() {
    TRANSCRIBE.failFor(Optional.empty());
    assertThat(AMAZON.faults()).isEmpty();
  }

  @AfterAll
  static void close() {
    TestIdentity.drop();
    AMAZON.close();
  }

  private void hand(String id, String language) {
    api().store("calls/" + id + ".wav", fixture("journey/recording-9s-8khz.wav"));
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", id)
                .recordedAt("calls/" + id + ".wav")
                .attribute("postcallTranscribeLanguage", language)
                .attribute("postcallTranscribeComprehendAnalysis", "snt"));
  }

  private JsonNode play(String id, String language) {
    hand(id, language);
    return api().settled(id);
  }

  private static String onlyJob(String id) {
    var names =
        TRANSCRIBE.orders("s3://calls/" + id + ".wav").stream()
            .map(order -> order.path("TranscriptionJobName").asString())
            .distinct()
            .toList();
    assertThat(names).hasSize(1);
    return names.getFirst();
  }

  private static void assertComplete(JsonNode page) {
    assertThat(page.path("state").asString())
        .as(page.path("reason").asString(""))
        .isEqualTo("complete");
  }

  @Test
  void contactHasTheTranscriptThatWasMadeElsewhere() {
    var page = play("elsewhere", "en-US");

    assertComplete(page);
    assertThat(Api.step(page, "transcript").path("attempts").asInt()).isEqualTo(1);
    assertThat(Api.step(page, "transcript").path("message").asString())
        .startsWith("amazon-transcribe: ");
    assertThat(onlyJob("elsewhere")).startsWith("elsewhere_");
    var transcript = page.path("transcript");
    assertThat(transcript.path("engine").asString()).isEqualTo("amazon-transcribe");
    assertThat(transcript.path("quality").asString()).isEqualTo("good");
    assertThat(transcript.path("language").asString()).isEqualTo("en-US");
  }

  @Test
  void lostAnswerMakesNoSecondJob() {
    AMAZON.fail("StartTranscriptionJob", new Trouble.AnswerLost());

    assertComplete(play("lost-answer", "en-US"));
    assertThat(onlyJob("lost-answer")).isNotEmpty();
  }

  @Test
  void throttlingAndFaultsPass() {
    AMAZON.fail("GetTranscriptionJob", Collections.nCopies(7, throttled()).toArray(Trouble[]::new));
    AMAZON.fail("StartTranscriptionJob", broken(), throttled());

    assertComplete(play("throttled", "en-US"));
    assertThat(onlyJob("throttled")).isNotEmpty();
  }

  @Test
  void failedJobIsToldAndTheRetryOrdersAnother() {
    TRANSCRIBE.failFor(Optional.of("Your audio file is damaged."));
    var failed = play("damaged", "en-US");

    assertThat(failed.path("state").asString()).isEqualTo("failed");
    assertThat(Api.step(failed, "transcript").path("code").asString()).isEqualTo("ENGINE_FAILED");
    assertThat(Api.step(failed, "transcript").path("message").asString())
        .isEqualTo(
            "Amazon Transcribe could not transcribe the recording: Your audio file is damaged.");
    TRANSCRIBE.failFor(Optional.empty());
    var first = onlyJob("damaged");
    api().post("/api/v1/contacts/damaged/retry", "");

    assertComplete(api().settled("damaged"));
    assertThat(TRANSCRIBE.orders("s3://calls/damaged.wav"))
        .extracting(order -> order.path("TranscriptionJobName").asString())
        .hasSize(2)
        .contains(first)
        .doesNotHaveDuplicates();
  }

  @Test
  void jobThatIsNotThereIsOrderedAgainUnderItsName() {
    // As after a server that died when it had written the order down, and not given it.
    AMAZON.fail("GetTranscriptionJob", Collections.nCopies(7, throttled()).toArray(Trouble[]::new));
    hand("forgotten", "en-US");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !TRANSCRIBE.orders("s3://calls/forgotten.wav").isEmpty());
    TRANSCRIBE.forget(onlyJob("forgotten"));

    assertComplete(api().settled("forgotten"));
    assertThat(onlyJob("forgotten")).isNotEmpty();
    assertThat(TRANSCRIBE.orders("s3://calls/forgotten.wav")).hasSize(2);
  }

  @Test
  void languageIsFoundOutWhereTheAttributeSaysAuto() {
    var page = play("any-language", "auto");

    assertComplete(page);
    var order = TRANSCRIBE.orders("s3://calls/any-language.wav").getFirst();
    assertThat(order.path("IdentifyLanguage").asBoolean()).isTrue();
    assertThat(order.has("LanguageCode")).isFalse();
  }

  @Test
  void noMoreJobsThanAllowedAreAtWork() {
    for (var number = 0; number < 8; number++) {
      hand("many-" + number, "en-US");
    }
    for (var number = 0; number < 8; number++) {
      assertComplete(api().settled("many-" + number));
    }
    assertThat(TRANSCRIBE.mostAtWork()).isBetween(1, 3);
  }

  @Test
  void erasedContactLeavesNoJobAndNoTranscript() {
    assertComplete(play("erased", "en-US"));
    var job = onlyJob("erased");
    var transcript = new ObjectLocation("transcripts", "aftercall/" + job + ".json");
    assertThat(objects.find(transcript)).isPresent();

    api().delete("/api/v1/contacts/erased");
    jdbc.sql("update contact set deleted_at = deleted_at - interval '30 days' where contact_id = ?")
        .param("erased")
        .update();
    await().atMost(Duration.ofSeconds(30)).until(() -> objects.find(transcript).isEmpty());
    await().atMost(Duration.ofSeconds(30)).until(() -> !TRANSCRIBE.has(job));
  }
}
