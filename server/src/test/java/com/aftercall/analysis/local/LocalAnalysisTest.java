package com.aftercall.analysis.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.analysis.AnalysisScope;
import com.aftercall.analysis.CustomEntity;
import com.aftercall.analysis.PartOfSpeech;
import com.aftercall.analysis.RankedPhrase;
import com.aftercall.analysis.ScoredSentiment;
import com.aftercall.analysis.Sentiment;
import com.aftercall.analysis.TranscriptAnalyzer;
import com.aftercall.contact.Participant;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real analyzers on whole contacts. */
class LocalAnalysisTest {

  private static final LanguageCode ENGLISH = new LanguageCode("en-US");

  @TempDir Path lists;
  private TranscriptAnalyzer analyzer;

  @BeforeEach
  void writeAList() throws IOException {
    Files.writeString(lists.resolve("plans.csv"), "Text,Type\nFamily Plan,PLAN\n");
    analyzer =
        new TranscriptAnalyzer(
            new LogisticSentimentAnalyzer(),
            new PerceptronKeyPhraseAnalyzer(),
            new OpenNlpLanguageAnalyzer(),
            new ListedEntityAnalyzer(new EntityLists(lists, InstantSource.system())),
            new PerceptronSyntaxAnalyzer());
  }

  @Test
  void complaintIsNegativeForTheCustomerAndInWhole() {
    var turns =
        contact(
            "thank you for calling how can i help you",
            "my washing machine was meant to come on friday and it is still not here",
            "i am sorry can you tell me the order number",
            "it is seven three one and this is really annoying i took a day off for this",
            "it will come on tuesday",
            "that is far too late i am very unhappy with you");

    assertThat(overall(turns, AnalysisScope.CUSTOMER)).isEqualTo(Sentiment.NEGATIVE);
    assertThat(overall(turns, AnalysisScope.WHOLE)).isEqualTo(Sentiment.NEGATIVE);
  }

  @Test
  void praiseIsPositive() {
    var turns =
        contact(
            "Good afternoon, what can I do for you?",
            "I just wanted to tell you how much I love the new family plan. It is brilliant!");

    assertThat(overall(turns, AnalysisScope.WHOLE)).isEqualTo(Sentiment.POSITIVE);
    assertThat(analyzer.customEntities(turns, ENGLISH).of(AnalysisScope.WHOLE).entities())
        .extracting(CustomEntity::type)
        .containsOnly("PLAN");
    assertThat(analyzer.keyPhrases(turns, ENGLISH).of(AnalysisScope.WHOLE).phrases())
        .extracting(RankedPhrase::text)
        .contains("new family plan");
    assertThat(analyzer.dominantLanguage(turns).of(AnalysisScope.WHOLE).dominant().orElseThrow())
        .satisfies(language -> assertThat(language.languageTag()).isEqualTo("en"));
  }

  @Test
  void everyOffsetLeadsBackToItsText() {
    var turns = contact("Caf\u00e9 \ud83d\ude00 don't send the family plan's bill to Anna, ok?");
    var text = turns.getFirst().text();

    assertThat(analyzer.syntax(turns, ENGLISH).of(AnalysisScope.WHOLE).tokens())
        .allSatisfy(
            token ->
                assertThat(text.substring(token.beginOffset(), token.endOffset()))
                    .isEqualTo(token.text()))
        .anySatisfy(token -> assertThat(token.tag()).isEqualTo(PartOfSpeech.VERB));
    assertThat(analyzer.keyPhrases(turns, ENGLISH).of(AnalysisScope.WHOLE).occurrences())
        .allSatisfy(
            phrase ->
                assertThat(text.substring(phrase.beginOffset(), phrase.endOffset()))
                    .isEqualTo(phrase.text()));
    assertThat(analyzer.customEntities(turns, ENGLISH).of(AnalysisScope.WHOLE).entities())
        .allSatisfy(entity -> assertThat(entity.text()).isEqualTo("family plan"))
        .hasSize(1);
  }

  @Test
  void turnLongerThanAnyLimitOfAnAnalyzerIsAnalyzed() {
    var turns = contact("the delivery was late again and nobody told me why ".repeat(300));

    assertThat(turns.getFirst().text().length()).isGreaterThan(15_000);
    assertThat(overall(turns, AnalysisScope.WHOLE)).isEqualTo(Sentiment.NEGATIVE);
    assertThat(analyzer.syntax(turns, ENGLISH).of(AnalysisScope.WHOLE).tokens()).hasSize(3_000);
  }

  private Sentiment overall(List<Turn> turns, AnalysisScope scope) {
    ScoredSentiment overall = analyzer.sentiment(turns, ENGLISH).of(scope).overall();
    return Objects.requireNonNull(overall).label();
  }

  /** Agent and customer in turns, three seconds each; a single text is the customer's. */
  private static List<Turn> contact(String... texts) {
    var turns = new ArrayList<Turn>();
    for (int i = 0; i < texts.length; i++) {
      turns.add(
          new Turn(
              i % 2 == 0 && texts.length > 1 ? Participant.AGENT : Participant.CUSTOMER,
              Duration.ofSeconds(3L * i),
              Duration.ofSeconds(3L * i + 3),
              texts[i].strip(),
              List.of()));
    }
    return turns;
  }
}
