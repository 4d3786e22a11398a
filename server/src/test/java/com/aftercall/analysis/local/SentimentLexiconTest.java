package com.aftercall.analysis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentimentLexiconTest {

  private SentimentLexicon lexicon;

  @BeforeEach
  void readAFewWords() throws IOException {
    var lines = "good\t1.9\nawful\t-2.0\nno\t-1.2\n";
    lexicon =
        SentimentLexicon.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void goodAndBadWordsAreSummedApart() {
    // good 1.9, bad -2.0; compound -0.1 / sqrt(0.01 + 15)
    assertThat(measure("good", "and", "awful"))
        .containsExactly(
            new double[] {
              1.9 / 8, -2.0 / 8, -0.1 / Math.sqrt(15.01), 0.25, 0.25, 1.9 / 4, -2.0 / 4, -2.0 / 4
            },
            within(1e-12));
  }

  @Test
  void negationUpToThreeWordsBeforeTurnsARatingRound() {
    assertThat(measure("not", "a", "very", "good")[1])
        .isEqualTo(-0.74 * (1.9 + 0.293) / 8, within(1e-12));
    assertThat(measure("not", "a", "b", "c", "good")[1]).isZero();
  }

  @Test
  void intensifiersAndDampenersMoveARatingAwayFromZeroAndTowardsIt() {
    assertThat(measure("very", "awful")[1]).isEqualTo(-2.293 / 8, within(1e-12));
    assertThat(measure("slightly", "awful")[1]).isEqualTo(-1.707 / 8, within(1e-12));
  }

  @Test
  void negationsHaveNoRatingOfTheirOwn() {
    assertThat(measure("no")).containsOnly(0);
  }

  @Test
  void lexiconOfTheProgramIsThere() {
    var own = SentimentLexicon.resource();

    assertThat(own.measure(List.of("wonderful"))[0]).isPositive();
    assertThat(own.measure(List.of("terrible"))[1]).isNegative();
  }

  private double[] measure(String... words) {
    return lexicon.measure(List.of(words));
  }
}
