package com.aftercall.analysis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aftercall.analysis.spi.PhraseSpan;
import com.aftercall.failure.PermanentException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerceptronKeyPhraseAnalyzerTest {

  private static final PerceptronKeyPhraseAnalyzer ANALYZER = new PerceptronKeyPhraseAnalyzer();

  @Test
  void phrasesAreNounsWithWhatStandsBeforeThem() {
    assertThat(phrases("I have a question about my last bill and the new router."))
        .containsExactly("a question", "my last bill", "the new router");
  }

  @Test
  void textOfARecognizerGivesTheSame() {
    assertThat(phrases("i have a question about my last bill and the new router"))
        .containsExactly("a question", "my last bill", "the new router");
  }

  @Test
  void pronounsAndVerbsAreNoPhrases() {
    assertThat(phrases("I told you that it works")).isEmpty();
  }

  @Test
  void scoreIsBetweenZeroAndOne() {
    assertThat(ANALYZER.analyze("the delivery", "en"))
        .allSatisfy(phrase -> assertThat(phrase.score()).isBetween(0.5, 1.0));
  }

  @Test
  void emptyAndPunctuationGiveNothing() {
    assertThat(phrases("")).isEmpty();
    assertThat(phrases("... ?! \ud83d\ude00")).isEmpty();
    assertThat(phrases("12 34")).isEmpty();
  }

  @Test
  void otherLanguagesAreRefusedByName() {
    assertThatThrownBy(() -> ANALYZER.analyze("hallo", "de-DE"))
        .isInstanceOf(PermanentException.class)
        .hasMessage("Key phrase detection is not available for de; available: en");
  }

  private static List<String> phrases(String text) {
    return ANALYZER.analyze(text, "en").stream()
        .map((PhraseSpan span) -> text.substring(span.beginOffset(), span.endOffset()))
        .toList();
  }
}
