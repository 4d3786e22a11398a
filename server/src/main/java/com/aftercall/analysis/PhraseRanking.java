package com.aftercall.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells each phrase once, the most relevant first; the formula is at {@link KeyPhrases}. */
final class PhraseRanking {

  private static final double ONE_WORD = 0.8;
  private static final double NAMES_NOTHING = 0.2;

  private static final Set<String> LEADING =
      Set.of(
          "a", "an", "the", "this", "that", "these", "those", "my", "your", "his", "her", "its",
          "our", "their", "some", "any", "no", "every", "each", "another", "such", "what", "which",
          "all", "both");
  private static final Set<String> EMPTY =
      Set.of(
          "thing",
          "things",
          "stuff",
          "lot",
          "lots",
          "bit",
          "way",
          "moment",
          "second",
          "minute",
          "minutes",
          "kind",
          "sort",
          "something",
          "anything",
          "nothing",
          "everything",
          "one",
          "ones",
          "sir",
          "madam",
          "ma'am",
          "guy",
          "guys",
          "hello",
          "hi",
          "bye",
          "goodbye",
          "thanks",
          "thank",
          "okay",
          "ok",
          "yeah",
          "yes",
          "uh",
          "um",
          "hmm",
          "please",
          "day",
          "today",
          "time",
          "times",
          "sense",
          "course",
          "fact",
          "case",
          "matter",
          "people",
          "good morning",
          "good afternoon",
          "good evening",
          "good day",
          "nice day",
          "great day",
          "name",
          "someone",
          "somebody",
          "anyone",
          "everyone");

  private PhraseRanking() {}

  static KeyPhrases rank(List<KeyPhrase> occurrences) {
    var groups = new LinkedHashMap<String, List<KeyPhrase>>();
    for (var occurrence : occurrences) {
      var text = normalized(occurrence.text());
      if (!text.isEmpty()) {
        groups.computeIfAbsent(text, key -> new ArrayList<>()).add(occurrence);
      }
    }
    double highest =
        groups.entrySet().stream()
            .mapToDouble(group -> relevance(group.getKey(), group.getValue()))
            .max()
            .orElse(1);
    return new KeyPhrases(
        groups.entrySet().stream()
            .map(group -> ranked(group.getKey(), group.getValue(), highest))
            .sorted(Comparator.comparingDouble(RankedPhrase::relevance).reversed())
            .toList());
  }

  /** Lower case, single spaces, no leading article, demonstrative or possessive. */
  static String normalized(String phrase) {
    var words =
        new ArrayList<>(
            List.of(phrase.toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip().split("\\s+")));
    while (!words.isEmpty() && LEADING.contains(words.getFirst())) {
      words.removeFirst();
    }
    return String.join(" ", words);
  }

  private static RankedPhrase ranked(String text, List<KeyPhrase> occurrences, double highest) {
    double score = occurrences.stream().mapToDouble(KeyPhrase::score).max().orElseThrow();
    return new RankedPhrase(text, score, relevance(text, occurrences) / highest, occurrences);
  }

  private static double relevance(String text, List<KeyPhrase> occurrences) {
    double meanScore = occurrences.stream().mapToDouble(KeyPhrase::score).average().orElseThrow();
    // never quite zero, so that the division by the highest is safe
    return (1 + Math.log(occurrences.size())) * Math.max(1e-6, meanScore) * weight(text);
  }

  private static double weight(String text) {
    if (EMPTY.contains(text)) {
      return NAMES_NOTHING;
    }
    return text.indexOf(' ') < 0 ? ONE_WORD : 1;
  }
}
