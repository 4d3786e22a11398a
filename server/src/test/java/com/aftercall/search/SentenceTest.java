package com.aftercall.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTest {

  private static List<String> texts(String text) {
    return Sentence.of(text).stream().map(s -> text.substring(s.begin(), s.end())).toList();
  }

  @Test
  void sentencesEndWithTheirMarks() {
    assertThat(texts("It leaks. \"Really?\" Yes! No dot"))
        .containsExactly("It leaks.", "\"Really?\"", "Yes!", "No dot");
  }

  @Test
  void dotInsideAWordEndsNothing() {
    assertThat(texts("That is 12.50 at example.com."))
        .containsExactly("That is 12.50 at example.com.");
  }

  @Test
  void ideographicFullStopNeedsNoSpace() {
    assertThat(texts("你好。再见。")).containsExactly("你好。", "再见。");
  }

  @Test
  void longSentenceIsCutBetweenWordsAroundThePlace() {
    var text = "word ".repeat(100) + "kettle" + " word".repeat(100);
    var place = text.indexOf("kettle");
    var part = Sentence.of(text).getFirst().around(text, place);

    assertThat(part.end() - part.begin()).isLessThanOrEqualTo(Sentence.LONGEST);
    assertThat(text.substring(part.begin(), part.end()))
        .startsWith("word ")
        .contains(" kettle ")
        .endsWith(" word");
  }

  @Test
  void sentenceOfTheGreatestLengthStaysWhole() {
    var text = "a".repeat(Sentence.LONGEST);
    var sentence = Sentence.of(text).getFirst();

    assertThat(sentence.around(text, 150)).isEqualTo(sentence);
  }

  @Test
  void wordLongerThanAPartIsCutWhereItIs() {
    var text = "a".repeat(1_000);
    var part = Sentence.of(text).getFirst().around(text, 0);

    assertThat(part).isEqualTo(new Sentence(0, Sentence.LONGEST));
  }
}
