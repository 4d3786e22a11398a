package com.aftercall.analysis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.aftercall.analysis.Sentiment;
import com.aftercall.analysis.SentimentScores;
import com.aftercall.failure.PermanentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** None of the sentences here is in the training data. */
class LogisticSentimentAnalyzerTest {

  private static final LogisticSentimentAnalyzer ANALYZER = new LogisticSentimentAnalyzer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "That's brilliant, you are a star! | POSITIVE",
        "sounds good to me | POSITIVE",
        "i have to say the new app is lovely | POSITIVE",
        "She was very rude to me. | NEGATIVE",
        "my bill has gone up and no one told me why | NEGATIVE",
        "this is an awful mess and i am furious | NEGATIVE",
        "i need the tracking number for my parcel | NEUTRAL",
        "I want to close my account. | NEUTRAL",
        "could you spell your last name please | NEUTRAL",
        "the hotel was nice but the flight was terrible | MIXED"
      })
  void sentencesOfAContactAreFeltAsPeopleFeelThem(String text, Sentiment sentiment) {
    assertThat(ANALYZER.analyze(text, "en-GB").label()).isEqualTo(sentiment);
  }

  @Test
  void negationTurnsAWordRound() {
    assertThat(ANALYZER.analyze("it is good", "en").positive())
        .isGreaterThan(ANALYZER.analyze("it is not good", "en").positive() + 0.3);
  }

  @Test
  void scoresAddUpToOne() {
    var scores = ANALYZER.analyze("okay then", "en");

    assertThat(scores.positive() + scores.negative() + scores.neutral() + scores.mixed())
        .isEqualTo(1, within(1e-9));
  }

  @Test
  void textWithoutWordsIsNeutral() {
    assertThat(ANALYZER.analyze("", "en")).isEqualTo(new SentimentScores(0, 0, 1, 0));
    assertThat(ANALYZER.analyze("...", "en").label()).isEqualTo(Sentiment.NEUTRAL);
  }

  @Test
  void otherLanguagesAreRefusedByName() {
    assertThatThrownBy(() -> ANALYZER.analyze("Danke", "de-DE"))
        .isInstanceOf(PermanentException.class)
        .hasMessage("Sentiment is not available for de; available: en");
  }
}
