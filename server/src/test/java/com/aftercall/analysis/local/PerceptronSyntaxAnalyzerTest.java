package com.aftercall.analysis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aftercall.analysis.PartOfSpeech;
import com.aftercall.analysis.spi.TokenSpan;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerceptronSyntaxAnalyzerTest {

  private static final PerceptronSyntaxAnalyzer ANALYZER = new PerceptronSyntaxAnalyzer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I want a refund. | PRON VERB DET NOUN PUNCT",
        "i want a refund | PRON VERB DET NOUN",
        "My package has not arrived yet. | PRON NOUN AUX PART VERB ADV PUNCT",
        "they don't answer the phone | PRON AUX PART VERB DET NOUN",
        "Can you send it to Chicago? | AUX PRON VERB PRON ADP PROPN PUNCT",
        "it costs $ 20 and it is broken | PRON VERB SYM NUM CCONJ PRON AUX ADJ",
        "she said that it works | PRON VERB SCONJ PRON VERB"
      })
  void sentencesOfAContactGetTheirPartsOfSpeech(String text, String tags) {
    assertThat(
            ANALYZER.analyze(text, "en-US").stream()
                .map(span -> span.tag().name())
                .collect(Collectors.joining(" ")))
        .isEqualTo(tags);
  }

  @Test
  void offsetsLeadBackToTheWords() {
    assertThat(ANALYZER.analyze("\ud83d\ude00 don't", "en"))
        .extracting(TokenSpan::beginOffset, TokenSpan::endOffset)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0, 2),
            org.assertj.core.groups.Tuple.tuple(3, 5),
            org.assertj.core.groups.Tuple.tuple(5, 8));
  }

  @Test
  void scoreSaysHowSureTheTagIs() {
    var sure = ANALYZER.analyze("the", "en").getFirst();
    assertThat(sure.tag()).isEqualTo(PartOfSpeech.DET);
    assertThat(sure.score()).isBetween(0.9, 1.0);

    var unsure = ANALYZER.analyze("zorbling the frobs", "en").getFirst();
    assertThat(unsure.score()).isLessThan(sure.score());
  }

  @Test
  void punctuationAloneIsPunctuation() {
    assertThat(ANALYZER.analyze("?!", "en"))
        .extracting(TokenSpan::tag)
        .containsOnly(PartOfSpeech.PUNCT);
    assertThat(ANALYZER.analyze("", "en")).isEmpty();
  }

  @Test
  void otherLanguagesAreRefusedByName() {
    assertThatThrownBy(() -> ANALYZER.analyze("konnichiwa", "ja-JP"))
        .isInstanceOfSatisfying(
            PermanentException.class,
            failure -> assertThat(failure.code()).isEqualTo(FailureCode.LANGUAGE_NOT_SUPPORTED))
        .hasMessage("Syntax is not available for ja; available: en");
  }
}
