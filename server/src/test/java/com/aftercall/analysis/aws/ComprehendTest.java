package com.aftercall.analysis.aws;

import static com.aftercall.aws.AwsJsonDouble.broken;
import static com.aftercall.aws.AwsJsonDouble.throttled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.aftercall.analysis.DominantLanguage;
import com.aftercall.analysis.PartOfSpeech;
import com.aftercall.analysis.Sentiment;
import com.aftercall.analysis.spi.CustomEntityAnalyzer;
import com.aftercall.analysis.spi.EntitySpan;
import com.aftercall.analysis.spi.PhraseSpan;
import com.aftercall.aws.AwsJsonDouble;
import com.aftercall.aws.AwsJsonDouble.Trouble;
import com.aftercall.aws.ServiceError;
import com.aftercall.aws.TestIdentity;
import com.aftercall.doctor.Finding;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.PrivateText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.comprehend.ComprehendClient;
import tools.jackson.databind.json.JsonMapper;

class ComprehendTest {

  private static final String RECOGNIZER =
      "arn:aws:comprehend:eu-central-1:123456789012:entity-recognizer-endpoint/products";

  private final AwsJsonDouble amazon = AwsJsonDouble.of("comprehend");
  private final Comprehend comprehend =
      new Comprehend(
          amazon
              .clients()
              .configure(ComprehendClient.builder(), "comprehend")
              .httpClientBuilder(UrlConnectionHttpClient.builder())
              .build());

  ComprehendTest() {
    ComprehendService.in(amazon);
    // The model lists the kinds that the service knows by itself; a recognizer has kinds of its
    // own.
    amazon.tolerate("DetectEntities output.Entities\\[\\d+].Type is none of the values allowed");
  }

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

  private static List<String> turns(int count) {
    return IntStream.range(0, count).mapToObj(i -> "Turn " + i + " of a kettle.").toList();
  }

  @Test
  void sixHundredTurnsNeedTwentyFourCallsForTheirSentiment() {
    var scores = new ComprehendSentiment(comprehend).analyzeAll(turns(600), "en-US");

    assertThat(scores).hasSize(600);
    assertThat(amazon.requests("BatchDetectSentiment")).hasSize(24);
    assertThat(amazon.requests("BatchDetectSentiment").getFirst().path("LanguageCode").asString())
        .isEqualTo("en");
  }

  @Test
  void scoresAddUpToOneAlthoughTheServiceRounds() {
    var scores = new ComprehendSentiment(comprehend).analyze("It is broken.", "en");

    assertThat(scores.label()).isEqualTo(Sentiment.NEGATIVE);
    assertThat(scores.positive() + scores.negative() + scores.neutral() + scores.mixed())
        .isEqualTo(1, within(1e-9));
  }

  @Test
  void sixHundredTurnsNeedOneCallForTheirKeyPhrases() {
    var phrases = new ComprehendKeyPhrases(comprehend).analyzeAll(turns(600), "en-US");

    assertThat(amazon.requests("BatchDetectKeyPhrases")).hasSize(1);
    assertThat(phrases).hasSize(600);
    assertThat(phrases.get(7)).containsExactly(new PhraseSpan(12, 18, 0.75));
    assertThat(phrases.get(599)).containsExactly(new PhraseSpan(14, 20, 0.75));
  }

  @Test
  void placesCountUtf16BehindCharactersOfTwoUnits() {
    var phrases =
        new ComprehendKeyPhrases(comprehend)
            .analyzeAll(List.of("😀😀 a kettle", "from Łódź 😀 with a kettle"), "pt-BR");

    assertThat(phrases.get(0)).containsExactly(new PhraseSpan(7, 13, 0.75));
    assertThat(phrases.get(1))
        .containsExactly(new PhraseSpan(5, 9, 0.75), new PhraseSpan(20, 26, 0.75));
  }

  @Test
  void turnLongerThanADocumentIsCutAndPutTogetherAgain() {
    var sentence = "I called about the kettle. ";
    var turn = sentence.repeat(400);

    var phrases = new ComprehendKeyPhrases(comprehend).analyze(turn, "en");

    assertThat(phrases).hasSize(400);
    assertThat(phrases.getLast().beginOffset()).isEqualTo(399 * sentence.length() + 19);
    assertThat(phrases)
        .allMatch(p -> turn.substring(p.beginOffset(), p.endOffset()).equals("kettle"));
  }

  @Test
  void turnWithoutWordsAsksForNothing() {
    assertThat(new ComprehendKeyPhrases(comprehend).analyzeAll(List.of(" "), "en"))
        .containsExactly(List.of());
    assertThat(new ComprehendDominantLanguage(comprehend).analyzeAll(List.of("", "…")))
        .containsExactly(List.of(), List.of());
  }

  @Test
  void syntaxHasTagsAndScores() {
    assertThat(new ComprehendSyntax(comprehend).analyze("a kettle", "de-DE"))
        .singleElement()
        .satisfies(
            token -> {
              assertThat(token.tag()).isEqualTo(PartOfSpeech.NOUN);
              assertThat(token.score()).isEqualTo(0.9, within(1e-6));
            });
  }

  @Test
  void languageThatAnOperationDoesNotHaveIsNotAskedFor() {
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> new ComprehendSyntax(comprehend).analyze("電話", "ja-JP"))
        .withMessage("Syntax is not available for ja; available: de, en, es, fr, it, pt")
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.LANGUAGE_NOT_SUPPORTED));
    assertThat(new ComprehendSentiment(comprehend).supports("ja-JP")).isTrue();
  }

  @Test
  void chineseOfTaiwanHasACodeOfItsOwn() {
    new ComprehendSentiment(comprehend).analyze("你好", "zh-TW");
    new ComprehendSentiment(comprehend).analyze("你好", "zh-CN");

    assertThat(amazon.requests("BatchDetectSentiment"))
        .extracting(request -> request.path("LanguageCode").asString())
        .containsExactly("zh-TW", "zh");
  }

  @Test
  void longTextHasTheLanguageOfItsLongerPart() {
    // 9,000 bytes of German behind 5,000 of English, in documents of 5,000 at most.
    var text = "It is. ".repeat(714) + "Es ist kaputt. ".repeat(600);

    var languages = new ComprehendDominantLanguage(comprehend).analyze(text);

    assertThat(languages).extracting(DominantLanguage::languageTag).containsExactly("de", "en");
    assertThat(languages.getFirst().score()).isBetween(0.55, 0.6);
  }

  @Test
  void recognizerOfTheLanguageIsAskedAndListsCountMore() {
    var entities =
        new ComprehendEntities(
            comprehend,
            new ComprehendSettings(Map.of("en", RECOGNIZER), false),
            new Listed("silver kettle", "APPLIANCE"));

    var found = entities.analyzeAll(List.of("a silver kettle", "a kettle"), "en-US");

    assertThat(found.get(0)).containsExactly(new EntitySpan(2, 15, "APPLIANCE", 1));
    assertThat(found.get(1)).containsExactly(new EntitySpan(2, 8, "PRODUCT", 0.75));
    assertThat(amazon.requests("DetectEntities")).hasSize(1);
    assertThat(amazon.requests("DetectEntities").getFirst().path("EndpointArn").asString())
        .isEqualTo(RECOGNIZER);
  }

  @Test
  void withoutRecognizerOfTheLanguageListsCountAlone() {
    var entities =
        new ComprehendEntities(
            comprehend,
            new ComprehendSettings(Map.of("en", RECOGNIZER), true),
            new Listed("silver kettle", "APPLIANCE"));

    // Welsh: no recognizer, and the service does not know it either.
    assertThat(entities.analyze("a silver kettle", "cy-GB")).hasSize(1);
    assertThat(amazon.requests("DetectEntities")).isEmpty();
    assertThat(amazon.requests("BatchDetectEntities")).isEmpty();
    // German: the service's own kinds.
    assertThat(entities.analyze("ein kettle", "de-DE"))
        .containsExactly(new EntitySpan(4, 10, "COMMERCIAL_ITEM", 0.75));
  }

  @Test
  void throttlingPassesAndFaultsThatStayMayBeTriedAgain() {
    amazon.fail("BatchDetectSentiment", throttled(), broken());
    assertThat(new ComprehendSentiment(comprehend).analyzeAll(turns(1), "en")).hasSize(1);

    amazon.fail("BatchDetectSyntax", Collections.nCopies(8, broken()).toArray(Trouble[]::new));
    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> new ComprehendSyntax(comprehend).analyzeAll(turns(1), "en"))
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.AWS_UNAVAILABLE));
  }

  @Test
  void textThatTheServiceLeavesOutFailsTheStepAndIsNotQuoted() {
    amazon.on(
        "BatchDetectSentiment",
        request ->
            JsonMapper.shared()
                .readTree(
                    "{\"ResultList\": [], \"ErrorList\": [{\"Index\": 0, \"ErrorCode\": \"INTERNAL_SERVER_ERROR\", \"ErrorMessage\": \"said it\"}]}"));

    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> new ComprehendSentiment(comprehend).analyze("said it", "en"))
        .withMessageContaining("INTERNAL_SERVER_ERROR")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("said it"));
  }

  @Test
  void languageThatTheServiceRefusesIsNotAvailable() {
    amazon.on(
        "BatchDetectSentiment",
        request -> {
          throw new ServiceError(400, "UnsupportedLanguageException", "no");
        });

    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> new ComprehendSentiment(comprehend).analyze("a", "en"))
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.LANGUAGE_NOT_SUPPORTED));
  }

  @Test
  void checkSaysWhetherItAnswers() {
    var check = new ComprehendCheck(comprehend, true, true);

    assertThat(check.run().verdict()).isEqualTo(Finding.Verdict.OK);
    amazon.fail("BatchDetectDominantLanguage", new Trouble.Refusal(400, "AccessDeniedException"));
    assertThat(check.run().found()).contains("allow comprehend:BatchDetectDominantLanguage");
    amazon.fail("DetectPiiEntities", new Trouble.Refusal(400, "AccessDeniedException"));
    assertThat(check.run().found()).contains("allow comprehend:DetectPiiEntities");
  }

  @Test
  void checkCallsWhatIsUsedAlone() {
    assertThat(new ComprehendCheck(comprehend, false, true).run().verdict())
        .isEqualTo(Finding.Verdict.OK);
    assertThat(amazon.requests("BatchDetectDominantLanguage")).isEmpty();
    assertThat(amazon.requests("DetectPiiEntities")).hasSize(1);
  }

  /** A list with one entry. */
  private record Listed(String entry, String type) implements CustomEntityAnalyzer {

    @Override
    public String name() {
      return "Custom entities";
    }

    @Override
    public Set<String> languages() {
      return Set.of();
    }

    @Override
    public List<EntitySpan> analyze(String text, String languageTag) {
      var at = text.indexOf(entry);
      return at < 0 ? List.of() : List.of(new EntitySpan(at, at + entry.length(), type, 1));
    }

    @Override
    public List<String> problems() {
      return List.of();
    }
  }

  @Test
  void privateTextOfAWholeContactNeedsOneCall() {
    var texts = new ArrayList<>(turns(600));
    texts.set(7, "This is Peter Smith.");
    texts.set(599, "😀 Call 555 0123 😀 or Jenny");

    var found = new ComprehendPrivateText(comprehend).find(texts, new LanguageCode("en-GB"));

    assertThat(amazon.requests("DetectPiiEntities")).hasSize(1);
    assertThat(found).hasSize(600);
    assertThat(found.get(7)).containsExactly(new PrivateText(8, 19, "NAME"));
    assertThat(found.get(599))
        .containsExactly(new PrivateText(8, 16, "PHONE"), new PrivateText(23, 28, "NAME"));
    assertThat(found.stream().filter(List::isEmpty)).hasSize(598);
  }

  @Test
  void privateTextThatGoesOnInTheNextTurnIsFoundInBoth() {
    var found =
        new ComprehendPrivateText(comprehend)
            .find(List.of("It is 555", "0123 of course"), new LanguageCode("en-US"));

    assertThat(found)
        .containsExactly(
            List.of(new PrivateText(6, 9, "PHONE")), List.of(new PrivateText(0, 4, "PHONE")));
  }

  @Test
  void longContactsAreCutToWhatTheServiceTakes() {
    var texts = Collections.nCopies(40, "ä".repeat(2_000) + " Jenny");

    var found = new ComprehendPrivateText(comprehend).find(texts, new LanguageCode("es-US"));

    assertThat(amazon.requests("DetectPiiEntities")).hasSize(2);
    assertThat(found)
        .allMatch(places -> places.equals(List.of(new PrivateText(2_001, 2_006, "NAME"))));
  }

  @Test
  void privateTextIsReadInEnglishAndSpanish() {
    var finder = new ComprehendPrivateText(comprehend);

    assertThat(finder.reads(new LanguageCode("en-AU"))).isTrue();
    assertThat(finder.reads(new LanguageCode("es-ES"))).isTrue();
    assertThat(finder.reads(new LanguageCode("de-DE"))).isFalse();
  }

  @Test
  void privateTextThatIsNotFoundInTimeIsNoTranscriptWithoutMasks() {
    amazon.fail("DetectPiiEntities", Collections.nCopies(7, throttled()).toArray(Trouble[]::new));

    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(
            () ->
                new ComprehendPrivateText(comprehend)
                    .find(List.of("Jenny"), new LanguageCode("en-US")))
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.AWS_UNAVAILABLE));
  }
}
