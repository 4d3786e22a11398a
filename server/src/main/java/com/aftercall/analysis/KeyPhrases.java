package com.aftercall.analysis;

import java.util.Comparator;
import java.util.List;

/**
 * What was talked about.
 *
 * <p>The relevance of a phrase is (1 + ln n) · s · w, divided by the highest of the contact: n is
 * how often it was said, s the mean score of its occurrences, w is 1 for two words and more, 0.8
 * for one word, and 0.2 for words that name nothing, such as "thing" or "moment".
 *
 * @param phrases by relevance, the highest first; of equals the one said first
 */
public record KeyPhrases(List<RankedPhrase> phrases) {

  /** Takes a copy. */
  public KeyPhrases {
    phrases = List.copyOf(phrases);
  }

  /** Every place where a phrase was said, in the order of the contact, repetitions included. */
  public List<KeyPhrase> occurrences() {
    return phrases.stream()
        .flatMap(phrase -> phrase.occurrences().stream())
        .sorted(Comparator.comparingInt(KeyPhrase::turn).thenComparingInt(KeyPhrase::beginOffset))
        .toList();
  }
}
