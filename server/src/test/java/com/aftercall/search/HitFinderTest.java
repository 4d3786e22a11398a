package com.aftercall.search;

import static com.aftercall.contact.Participant.AGENT;
import static com.aftercall.contact.Participant.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HitFinderTest {

  /** Cuts an s off, as the dictionary of a language would. */
  private static List<Hit> find(String words, Line... lines) {
    return new HitFinder(
            SearchWords.parse(words).wanted(),
            word -> Set.of(word.endsWith("s") ? word.substring(0, word.length() - 1) : word))
        .find(List.of(lines));
  }

  private static List<String> marked(Hit hit) {
    return hit.marks().stream()
        .map(mark -> hit.text().substring(mark.beginOffset(), mark.endOffset()))
        .toList();
  }

  @Test
  void hitIsTheSentenceWithEveryFormMarked() {
    var hits = find("refund", new Line(CUSTOMER, 4_000, "Hello. Refunds, I want a REFUND! Now."));

    assertThat(hits).hasSize(1);
    assertThat(hits.getFirst().text()).isEqualTo("Refunds, I want a REFUND!");
    assertThat(hits.getFirst().participant()).isEqualTo("customer");
    assertThat(hits.getFirst().beginMillis()).isEqualTo(4_000);
    assertThat(marked(hits.getFirst())).containsExactly("Refunds", "REFUND");
  }

  @Test
  void phraseIsMarkedAsAWholeAndItsWordsAloneAreNot() {
    var hits =
        find("\"silver kettle\"", new Line(AGENT, 0, "A kettle. The silver kettles, all silver."));

    assertThat(hits).hasSize(1);
    assertThat(marked(hits.getFirst())).containsExactly("silver kettles");
  }

  @Test
  void onlyTheSideThatIsAskedForCounts() {
    var hits =
        find("agent:refund", new Line(CUSTOMER, 0, "A refund?"), new Line(AGENT, 9, "A refund."));

    assertThat(hits).extracting(Hit::beginMillis).containsExactly(9L);
  }

  @Test
  void threeHitsAreGivenAndEachTermHasOneByTime() {
    var hits =
        find(
            "refund kettle",
            new Line(AGENT, 1, "refund"),
            new Line(AGENT, 2, "refund"),
            new Line(AGENT, 3, "refund"),
            new Line(AGENT, 4, "kettle"));

    assertThat(hits).extracting(Hit::beginMillis).containsExactly(1L, 2L, 4L);
  }

  @Test
  void partOfALongSentenceSaysThatThereIsMore() {
    var hit =
        find("kettle", new Line(AGENT, 0, "word ".repeat(100) + "kettle" + " word".repeat(100)))
            .getFirst();

    assertThat(hit.text()).startsWith("… word").endsWith("word …");
    assertThat(marked(hit)).containsExactly("kettle");
  }
}
