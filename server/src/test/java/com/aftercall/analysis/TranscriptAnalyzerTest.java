package com.aftercall.analysis;

import static com.aftercall.analysis.Turns.agent;
import static com.aftercall.analysis.Turns.customer;
import static com.aftercall.analysis.Turns.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.aftercall.analysis.spi.CustomEntityAnalyzer;
import com.aftercall.analysis.spi.EntitySpan;
import com.aftercall.analysis.spi.KeyPhraseAnalyzer;
import com.aftercall.analysis.spi.LanguageAnalyzer;
import com.aftercall.analysis.spi.PhraseSpan;
import com.aftercall.analysis.spi.SentimentAnalyzer;
import com.aftercall.analysis.spi.SyntaxAnalyzer;
import com.aftercall.analysis.spi.TokenSpan;
import com.aftercall.contact.Participant;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.Turn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TranscriptAnalyzerTest {

  private static final LanguageCode ENGLISH = new LanguageCode("en-US");
  private static final LanguageCode JAPANESE = new LanguageCode("ja-JP");
  private static final SentimentScores PLEASED = new SentimentScores(0.8, 0.1, 0.1, 0);
  private static final SentimentScores ANGRY = new SentimentScores(0.1, 0.8, 0.1, 0);
  private static final SentimentScores FACTUAL = new SentimentScores(0, 0, 1, 0);

  private final List<String> askedForSentiment = new ArrayList<>();
  private final TranscriptAnalyzer analyzer =
      new TranscriptAnalyzer(
          new KeywordSentiment(),
          new EveryCapital(),
          new AlwaysEnglish(),
          new EveryNumber(),
          new EverythingNoun());

  private final List<Turn> turns =
      List.of(
          agent(0, 10, "good to hear you"),
          customer(10, 20, "bad delivery"),
          customer(20, 30, "bad again 12345"),
          agent(30, 40, "order 99 is good"));

  @Test
  void scopeChoosesTurnsAndTheirIndicesStayThoseOfTheTranscript() {
    var analysis = analyzer.sentiment(turns, ENGLISH).of(AnalysisScope.CUSTOMER);

    assertThat(analysis.turns())
        .containsExactly(
            new TurnSentiment(1, Sentiment.NEGATIVE, ANGRY),
            new TurnSentiment(2, Sentiment.NEGATIVE, ANGRY));
    assertThat(label(analysis.overall())).isEqualTo(Sentiment.NEGATIVE);
  }

  @Test
  void quartersWithoutSpeechOfTheScopeHaveNoSentiment() {
    var quarters = analyzer.sentiment(turns, ENGLISH).of(AnalysisScope.CUSTOMER).quarters();

    assertThat(quarters).hasSize(4);
    assertThat(quarters.get(0)).isNull();
    assertThat(label(quarters.get(1))).isEqualTo(Sentiment.NEGATIVE);
    assertThat(label(quarters.get(2))).isEqualTo(Sentiment.NEGATIVE);
    assertThat(quarters.get(3)).isNull();
  }

  @Test
  void pleasedAgentAndAngryCustomerAreMixedTogether() {
    var overall = analyzer.sentiment(turns, ENGLISH).of(AnalysisScope.WHOLE).overall();

    // pleased 16 + 16 characters, angry 12 + 15; all with the same discount
    double pleased = 32.0 / 59 * 0.8;
    double angry = 27.0 / 59 * 0.8;
    double negative = 27.0 / 59 * 0.8 + 32.0 / 59 * 0.1;
    assertThat(label(overall)).isEqualTo(Sentiment.MIXED);
    assertThat(scores(overall).mixed()).isEqualTo(2 * Math.min(pleased, angry), within(1e-12));
    assertThat(scores(overall).negative()).isEqualTo(negative - angry, within(1e-12));
  }

  @Test
  void turnsOfAnUnknownParticipantBelongToTheWholeOnly() {
    var mono = List.of(turn(Participant.UNKNOWN, 0, 5, "bad"));

    assertThat(analyzer.sentiment(mono, ENGLISH).of(AnalysisScope.CUSTOMER).overall()).isNull();
    assertThat(analyzer.sentiment(mono, ENGLISH).of(AnalysisScope.WHOLE).turns()).hasSize(1);
  }

  @Test
  void longTurnsReachTheAnalyzerInPiecesBelowItsLimit() {
    var text = "The delivery is b\u00e4d \u2026 again. ".repeat(400);

    var analysis =
        analyzer.sentiment(List.of(customer(0, 600, text)), ENGLISH).of(AnalysisScope.WHOLE);

    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(10_000);
    assertThat(askedForSentiment).hasSizeGreaterThan(20);
    assertThat(askedForSentiment)
        .allMatch(piece -> piece.getBytes(StandardCharsets.UTF_8).length <= 5_000);
    assertThat(String.join(" ", askedForSentiment)).isEqualTo(text.strip());
    assertThat(analysis.turns()).hasSize(1);
  }

  @Test
  void noTurnsGiveEmptyResults() {
    var sentiment = analyzer.sentiment(List.of(), ENGLISH).of(AnalysisScope.WHOLE);

    assertThat(sentiment.overall()).isNull();
    assertThat(sentiment.quarters()).containsOnlyNulls();
    assertThat(analyzer.keyPhrases(List.of(), ENGLISH).of(AnalysisScope.WHOLE).phrases()).isEmpty();
    assertThat(analyzer.dominantLanguage(List.of()).of(AnalysisScope.WHOLE).candidates()).isEmpty();
    assertThat(analyzer.syntax(List.of(), ENGLISH).of(AnalysisScope.WHOLE).tokens()).isEmpty();
  }

  @Test
  void keyPhrasesKnowTheirPlaces() {
    var spoken = List.of(agent(0, 1, "So Delivery is late"), customer(1, 2, "Delivery again"));

    var phrases = analyzer.keyPhrases(spoken, ENGLISH).of(AnalysisScope.WHOLE).phrases();

    assertThat(phrases.getFirst().text()).isEqualTo("delivery");
    assertThat(phrases.getFirst().occurrences())
        .containsExactly(
            new KeyPhrase("Delivery", 0.5, 3, 11, 0), new KeyPhrase("Delivery", 0.5, 0, 8, 1));
  }

  @Test
  void customEntitiesKnowTheirPlacesAndTheListsProblems() {
    var entities = analyzer.customEntities(turns, ENGLISH).of(AnalysisScope.WHOLE);

    assertThat(entities.entities())
        .containsExactly(
            new CustomEntity("12345", "NUMBER", 1, 10, 15, 2),
            new CustomEntity("99", "NUMBER", 1, 6, 8, 3));
    assertThat(entities.problems()).containsExactly("numbers.csv, line 2: too large");
  }

  @Test
  void syntaxTokensAreCountedByTagAndWord() {
    var syntax = analyzer.syntax(turns, ENGLISH).of(AnalysisScope.CUSTOMER);

    assertThat(syntax.tokens().get(2))
        .isEqualTo(new SyntaxToken("bad", PartOfSpeech.NOUN, 0.5, 0, 3, 2));
    assertThat(syntax.counts()).containsEntry("NOUN:bad", 2).containsEntry("NOUN:again", 1);
  }

  @Test
  void languageThatAnAnalyzerLacksFailsThatAnalysisAlone() {
    assertThatThrownBy(() -> analyzer.syntax(turns, JAPANESE).of(AnalysisScope.WHOLE))
        .isInstanceOfSatisfying(
            PermanentException.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(FailureCode.LANGUAGE_NOT_SUPPORTED);
              assertThat(failure).hasMessage("Syntax is not available for ja; available: de, en");
            });
    assertThat(analyzer.customEntities(turns, JAPANESE).of(AnalysisScope.WHOLE).entities())
        .hasSize(2);
    assertThat(analyzer.dominantLanguage(turns).of(AnalysisScope.WHOLE).dominant()).isPresent();
  }

  @Test
  void unsupportedLanguageFailsEvenWhenNobodySpoke() {
    assertThatThrownBy(() -> analyzer.sentiment(List.of(), JAPANESE).of(AnalysisScope.WHOLE))
        .isInstanceOf(PermanentException.class);
  }

  @Test
  void everyResultSurvivesItsWayThroughJson() {
    var mapper = JsonMapper.shared();
    for (var result :
        List.of(
            analyzer.sentiment(turns, ENGLISH).of(AnalysisScope.CUSTOMER),
            analyzer.keyPhrases(turns, ENGLISH).of(AnalysisScope.WHOLE),
            analyzer.dominantLanguage(turns).of(AnalysisScope.WHOLE),
            analyzer.customEntities(turns, ENGLISH).of(AnalysisScope.WHOLE),
            analyzer.syntax(turns, ENGLISH).of(AnalysisScope.WHOLE))) {
      var json = mapper.writeValueAsString(result);
      assertThat((Object) mapper.readValue(json, result.getClass())).isEqualTo(result);
    }
  }

  @Test
  void whatPeopleSaidStaysOutOfToString() {
    assertThat(analyzer.keyPhrases(List.of(agent(0, 1, "Secret")), ENGLISH).of(AnalysisScope.WHOLE))
        .asString()
        .doesNotContainIgnoringCase("secret");
    assertThat(analyzer.syntax(List.of(agent(0, 1, "Secret")), ENGLISH).of(AnalysisScope.WHOLE))
        .asString()
        .doesNotContainIgnoringCase("secret");
    assertThat(analyzer.customEntities(turns, ENGLISH).of(AnalysisScope.WHOLE))
        .asString()
        .doesNotContain("12345");
  }

  private static Sentiment label(@Nullable ScoredSentiment sentiment) {
    return Objects.requireNonNull(sentiment).label();
  }

  private static SentimentScores scores(@Nullable ScoredSentiment sentiment) {
    return Objects.requireNonNull(sentiment).scores();
  }

  /** Pleased where the text has "good", angry where it has "bad". */
  private final class KeywordSentiment implements SentimentAnalyzer {
    @Override
    public String name() {
      return "Sentiment";
    }

    @Override
    public Set<String> languages() {
      return Set.of("en");
    }

    @Override
    public SentimentScores analyze(String text, String languageTag) {
      askedForSentiment.add(text);
      return text.contains("good") ? PLEASED : text.contains("bad") ? ANGRY : FACTUAL;
    }
  }

  /** "Delivery" is a phrase. */
  private static final class EveryCapital implements KeyPhraseAnalyzer {
    @Override
    public String name() {
      return "Key phrase detection";
    }

    @Override
    public Set<String> languages() {
      return Set.of("en");
    }

    @Override
    public List<PhraseSpan> analyze(String text, String languageTag) {
      int begin = Math.max(text.indexOf("Delivery"), text.indexOf("Secret"));
      int end = text.indexOf(' ', Math.max(0, begin));
      return begin < 0
          ? List.of()
          : List.of(new PhraseSpan(begin, end < 0 ? text.length() : end, 0.5));
    }
  }

  private static final class AlwaysEnglish implements LanguageAnalyzer {
    @Override
    public String name() {
      return "Language detection";
    }

    @Override
    public Set<String> languages() {
      return Set.of();
    }

    @Override
    public List<DominantLanguage> analyze(String text) {
      return text.isEmpty() ? List.of() : List.of(new DominantLanguage("en", 1));
    }
  }

  private static final class EveryNumber implements CustomEntityAnalyzer {
    @Override
    public String name() {
      return "Custom entity detection";
    }

    @Override
    public Set<String> languages() {
      return Set.of();
    }

    @Override
    public List<EntitySpan> analyze(String text, String languageTag) {
      var found = new ArrayList<EntitySpan>();
      var matcher = java.util.regex.Pattern.compile("[0-9]+").matcher(text);
      while (matcher.find()) {
        found.add(new EntitySpan(matcher.start(), matcher.end(), "NUMBER", 1));
      }
      return found;
    }

    @Override
    public List<String> problems() {
      return List.of("numbers.csv, line 2: too large");
    }
  }

  private static final class EverythingNoun implements SyntaxAnalyzer {
    @Override
    public String name() {
      return "Syntax";
    }

    @Override
    public Set<String> languages() {
      return Set.of("en", "de");
    }

    @Override
    public List<TokenSpan> analyze(String text, String languageTag) {
      var found = new ArrayList<TokenSpan>();
      var matcher = java.util.regex.Pattern.compile("\\S+").matcher(text);
      while (matcher.find()) {
        found.add(new TokenSpan(matcher.start(), matcher.end(), PartOfSpeech.NOUN, 0.5));
      }
      return found;
    }
  }
}
