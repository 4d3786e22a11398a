package com.aftercall;

import static com.aftercall.aws.AwsJsonDouble.broken;
import static com.aftercall.aws.AwsJsonDouble.expired;
import static com.aftercall.aws.AwsJsonDouble.throttled;
import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.aws.AwsJsonDouble.Trouble;
import com.aftercall.storage.ObjectStore;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contacts in whose transcripts Amazon Comprehend masks and finds. */
class AmazonAnalysisIT extends AmazonServer {

  @Autowired
  AmazonAnalysisIT(ObjectStore objects, JdbcClient jdbc) {
    super(objects, jdbc);
  }

  private String transcript(String id) {
    return api().get("/api/v1/contacts/" + id + "/transcript").text();
  }

  @Test
  void fiveAnalysesOfComprehendMakeThePageComplete() {
    var page = play("analyzed", "en-US");

    assertComplete(page);
    var whole = page.path("analysis").path("whole");
    assertThat(whole.at("/sentiment/overall/label").asString()).isEqualTo("NEUTRAL");
    assertThat(whole.at("/keyPhrases/0/text").asString()).isEqualTo("kettle");
    assertThat(whole.path("dominantLanguage").valueStream())
        .extracting(language -> language.path("languageTag").asString())
        .contains("en");
    assertThat(whole.at("/customEntities/0/text").asString()).isEqualTo("silver kettle");
    assertThat(whole.path("syntaxTokens").asInt()).isEqualTo(1);
    assertThat(AMAZON.requests("BatchDetectKeyPhrases")).isNotEmpty();
    assertThat(AMAZON.requests("BatchDetectSyntax")).isNotEmpty();
  }

  @Test
  void privateWordsAreNowhereInWhatIsStoredAndSentOn() {
    var page = play("masked", "en-US");

    assertThat(Api.step(page, "transcript").path("message").asString())
        .endsWith(" Masked by Amazon Comprehend: 2 places.");
    assertThat(transcript("masked")).contains("This is [NAME].").doesNotContain("Michael");
    var attachments = "/api/v1/contacts/masked/attachments/";
    assertThat(api().get(attachments + "AgentTranscripts.json").text())
        .contains("[NAME]")
        .doesNotContain("Michael");
    assertThat(api().get("/api/v1/contacts?q=Michael").text()).doesNotContain("\"masked\"");
    assertThat(jdbc.sql("select t::text from transcript t").query(String.class).list())
        .isNotEmpty()
        .noneMatch(row -> row.contains("Michael") && row.startsWith("(masked"));
  }

  @Test
  void whatGoesWrongAtComprehendPassesAndOrdersNoSecondJob() {
    AMAZON.fail("DetectPiiEntities", expired(), broken(), throttled());
    AMAZON.fail(
        "BatchDetectSentiment", Collections.nCopies(7, throttled()).toArray(Trouble[]::new));
    AMAZON.fail("BatchDetectKeyPhrases", new Trouble.Silence());
    AMAZON.fail("BatchDetectDominantLanguage", new Trouble.AnswerLost(), broken());
    AMAZON.fail("BatchDetectSyntax", expired());

    var page = play("troubled", "en-US");

    assertComplete(page);
    assertThat(onlyJob("troubled")).isNotEmpty();
    assertThat(Api.step(page, "transcript").path("attempts").asInt()).isGreaterThan(1);
    assertThat(transcript("troubled")).doesNotContain("Michael");
  }

  @Test
  void withoutRightToFindPrivateWordsNothingIsStored() {
    AMAZON.fail("DetectPiiEntities", new Trouble.Refusal(400, "AccessDeniedException"));

    var failed = play("refused", "en-US");

    assertThat(Api.step(failed, "transcript").path("code").asString()).isEqualTo("AWS_REFUSED");
    assertThat(Api.step(failed, "transcript").path("message").asString())
        .contains("comprehend:DetectPiiEntities");
    assertThat(failed.path("transcript").isNull()).isTrue();
    api().post("/api/v1/contacts/refused/retry", "");
    assertComplete(api().settled("refused"));
    assertThat(transcript("refused")).contains("[NAME]").doesNotContain("Michael");
  }

  @Test
  void analysisWithoutTheLanguageFailsAloneAndSaysSo() {
    var page = play("dutch", "nl-NL");

    assertThat(Api.step(page, "transcript").path("message").asString())
        .endsWith(" Nothing is masked: Amazon Comprehend does not read nl-NL.");
    assertThat(Api.step(page, "sentiment").path("code").asString())
        .isEqualTo("LANGUAGE_NOT_SUPPORTED");
    assertThat(Api.step(page, "syntax").path("code").asString())
        .isEqualTo("LANGUAGE_NOT_SUPPORTED");
    assertThat(Api.step(page, "dominantLanguage").path("state").asString()).isEqualTo("complete");
    assertThat(Api.step(page, "customEntities").path("state").asString()).isEqualTo("complete");
    assertThat(page.path("transcript").path("words").asInt()).isPositive();
  }
}
