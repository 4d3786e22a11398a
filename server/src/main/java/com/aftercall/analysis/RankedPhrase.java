package com.aftercall.analysis;

import java.util.List;

/**
 * What was talked about, told once however often it was said.
 *
 * @param text lower case, without leading article or pronoun: "last bill" for "My last bill"
 * @param score [0, 1], the highest of its occurrences
 * @param relevance (0, 1], how much the contact is about it, beside the most relevant phrase, which
 *     has 1; see {@link KeyPhrases}
 * @param occurrences each place where it was said, in order; at least one
 */
public record RankedPhrase(
    String text, double score, double relevance, List<KeyPhrase> occurrences) {

  /** Takes a copy; throws {@link IllegalArgumentException} if it never occurs. */
  public RankedPhrase {
    if (occurrences.isEmpty()) {
      throw new IllegalArgumentException("phrase without occurrence");
    }
    occurrences = List.copyOf(occurrences);
  }

  /** Leaves the text out. */
  @Override
  public String toString() {
    return "RankedPhrase[%d occurrences]".formatted(occurrences.size());
  }
}
