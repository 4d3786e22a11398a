package com.aftercall.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.Participant;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectedWordsTest {

  /** Half a second each, half a second apart, from 1 s on. */
  private static final Turn TURN =
      new Turn(
          Participant.CUSTOMER,
          at(1_000),
          at(4_500),
          "My silver cattle leaks.",
          List.of(
              word("My", 1_000),
              word("silver", 2_000),
              word("cattle", 3_000),
              word("leaks.", 4_000)));

  private static Duration at(long millis) {
    return Duration.ofMillis(millis);
  }

  private static Word word(String text, long begin) {
    return new Word(text, at(begin), at(begin + 500), 0.8);
  }

  private static Word written(String text, long begin, long end) {
    return new Word(text, at(begin), at(end), 1);
  }

  @Test
  void replacedWordHasTheTimeOfTheWordsItReplaces() {
    assertThat(CorrectedWords.of(TURN, "My silver kettle leaks."))
        .containsExactly(
            word("My", 1_000),
            word("silver", 2_000),
            written("kettle", 3_000, 3_500),
            word("leaks.", 4_000));
  }

  @Test
  void caseAndMarksDoNotMakeAnotherWord() {
    assertThat(CorrectedWords.of(TURN, "my Silver cattle, leaks"))
        .containsExactly(
            word("my", 1_000), word("Silver", 2_000), word("cattle,", 3_000), word("leaks", 4_000));
  }

  @Test
  void insertedWordsShareTheTimeBetweenByLength() {
    assertThat(CorrectedWords.of(TURN, "My big old silver cattle leaks."))
        .containsExactly(
            word("My", 1_000),
            written("big", 1_500, 1_750),
            written("old", 1_750, 2_000),
            word("silver", 2_000),
            word("cattle", 3_000),
            word("leaks.", 4_000));
    assertThat(CorrectedWords.of(TURN, "My b silver cattle leaks. ccc").get(1))
        .isEqualTo(written("b", 1_500, 2_000));
  }

  @Test
  void oneWordForTwoSpansBoth() {
    assertThat(CorrectedWords.of(TURN, "My silverware leaks."))
        .containsExactly(
            word("My", 1_000), written("silverware", 2_000, 3_500), word("leaks.", 4_000));
  }

  @Test
  void wordsBeforeTheFirstAndAfterTheLastStayWithinTheTurn() {
    assertThat(CorrectedWords.of(TURN, "Well My silver cattle leaks. Badly"))
        .startsWith(written("Well", 1_000, 1_000))
        .endsWith(written("Badly", 4_500, 4_500));
  }

  @Test
  void removedWordsLeaveTheirTimeSilent() {
    assertThat(CorrectedWords.of(TURN, "My leaks."))
        .containsExactly(word("My", 1_000), word("leaks.", 4_000));
  }

  @Test
  void entirelyOtherWordsShareTheWholeTurn() {
    assertThat(CorrectedWords.of(TURN, "abc abcd"))
        .containsExactly(written("abc", 1_000, 2_500), written("abcd", 2_500, 4_500));
  }

  @Test
  void longWordingOfALongTurnStaysInRange() {
    var turn =
        new Turn(
            Participant.AGENT,
            at(0),
            Duration.ofHours(2),
            "one",
            List.of(new Word("one", at(0), Duration.ofHours(2), 0.5)));

    var words = CorrectedWords.of(turn, "x ".repeat(5_000).strip());

    assertThat(words).hasSize(5_000);
    assertThat(words.getLast().end()).isEqualTo(Duration.ofHours(2));
    assertThat(words.get(2_500).begin()).isEqualTo(Duration.ofHours(1));
  }
}
