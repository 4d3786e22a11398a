package com.aftercall.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseRankingTest {

  @Test
  void samePhraseIsToldOnceWithAllItsPlaces() {
    var first = new KeyPhrase("My last bill", 0.9, 0, 12, 3);
    var second = new KeyPhrase("the last bill", 0.7, 8, 21, 5);

    var phrases = PhraseRanking.rank(List.of(first, second)).phrases();

    assertThat(phrases).hasSize(1);
    assertThat(phrases.getFirst().text()).isEqualTo("last bill");
    assertThat(phrases.getFirst().score()).isEqualTo(0.9);
    assertThat(phrases.getFirst().occurrences()).containsExactly(first, second);
  }

  @Test
  void relevanceGrowsWithNumberLengthAndScore() {
    var phrases =
        PhraseRanking.rank(
                List.of(
                    phrase("a moment", 1.0, 0), // 1 * 1 * 0.2
                    phrase("router", 0.5, 1), // 1 * 0.5 * 0.8
                    phrase("late delivery", 0.9, 2), // (1 + ln 2) * 0.8 * 1
                    phrase("late delivery", 0.7, 3)))
            .phrases();

    assertThat(phrases)
        .extracting(RankedPhrase::text)
        .containsExactly("late delivery", "router", "moment");
    assertThat(phrases.get(0).relevance()).isEqualTo(1);
    assertThat(phrases.get(1).relevance()).isEqualTo(0.4 / 1.354517744447956, within(1e-9));
    assertThat(phrases.get(2).relevance()).isEqualTo(0.2 / 1.354517744447956, within(1e-9));
  }

  @Test
  void equallyRelevantPhrasesStayInTheOrderOfTheContact() {
    var phrases =
        PhraseRanking.rank(List.of(phrase("router", 0.5, 0), phrase("antenna", 0.5, 1))).phrases();

    assertThat(phrases).extracting(RankedPhrase::text).containsExactly("router", "antenna");
  }

  @Test
  void nothingGivesNothing() {
    assertThat(PhraseRanking.rank(List.of()).phrases()).isEmpty();
    assertThat(PhraseRanking.rank(List.of(phrase("this", 0.9, 0))).phrases()).isEmpty();
  }

  @Test
  void occurrencesComeBackInTheOrderOfTheContact() {
    var bill = new KeyPhrase("bill", 0.9, 10, 14, 1);
    var router = new KeyPhrase("router", 0.8, 2, 8, 1);
    var again = new KeyPhrase("bill", 0.9, 0, 4, 2);

    assertThat(PhraseRanking.rank(List.of(router, bill, again)).occurrences())
        .containsExactly(router, bill, again);
  }

  @ParameterizedTest
  @CsvSource({
    "My last bill, last bill",
    "THE Gold  Plan, gold plan",
    "all the other orders, other orders",
    "Anna\u2019s order, anna's order",
    "bill, bill"
  })
  void articlesPossessivesAndCaseDoNotTellPhrasesApart(String phrase, String normalized) {
    assertThat(PhraseRanking.normalized(phrase)).isEqualTo(normalized);
  }

  private static KeyPhrase phrase(String text, double score, int turn) {
    return new KeyPhrase(text, score, 0, text.length(), turn);
  }
}
