package com.aftercall;

import static com.aftercall.aws.AwsJsonDouble.broken;
import static com.aftercall.aws.AwsJsonDouble.throttled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.aws.AwsJsonDouble.Trouble;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contacts that Amazon Transcribe writes down. */
class AmazonTranscriptIT extends AmazonServer {

  @Autowired
  AmazonTranscriptIT(ObjectStore objects, JdbcClient jdbc) {
    super(objects, jdbc);
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
