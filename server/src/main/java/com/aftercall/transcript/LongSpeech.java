package com.aftercall.transcript;

import java.time.Duration;
import java.util.List;

/** Finds where to cut speech that is too long for one turn. */
final class LongSpeech {

  private LongSpeech() {}

  /**
   * The first word that is not in the turn that begins with word {@code first}: all remaining words
   * if they fit. Otherwise the cut is after the last sentence that fits, and without sentences at
   * the longest pause (the last of equal ones). The first third of what fits is left alone, so that
   * no sliver is cut off. A single word is never cut, however long.
   */
  static int cut(List<Word> words, int first) {
    var fits = firstThatDoesNotFit(words, first);
    if (fits == words.size()) {
      return fits;
    }
    var earliest = first + 1 + (fits - first) / 3;
    for (var next = fits; next >= earliest; next--) {
      if (SentenceEnd.isAfter(words.get(next - 1).text())) {
        return next;
      }
    }
    return afterLongestPause(words, earliest, fits);
  }

  private static int firstThatDoesNotFit(List<Word> words, int first) {
    var latest = words.get(first).begin().plus(Turn.MAX_DURATION);
    var next = first + 1;
    while (next < words.size()
        && next - first < Turn.MAX_WORDS
        && words.get(next).end().compareTo(latest) <= 0) {
      next++;
    }
    return next;
  }

  private static int afterLongestPause(List<Word> words, int earliest, int latest) {
    var best = latest;
    for (var next = latest - 1; next >= earliest; next--) {
      if (pauseBefore(words, next).compareTo(pauseBefore(words, best)) > 0) {
        best = next;
      }
    }
    return best;
  }

  private static Duration pauseBefore(List<Word> words, int next) {
    return words.get(next).begin().minus(words.get(next - 1).end());
  }
}
