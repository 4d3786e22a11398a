package com.aftercall.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Gives times to the words of a corrected turn. Words that the engine heard too, found as the
 * longest common sequence, keep their times and confidence; case and marks do not matter. Others
 * share the time of the words that they replace, or the time between their neighbors, by their
 * lengths; a person wrote them, so their confidence is 1.
 */
final class CorrectedWords {

  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

  private final Turn turn;
  private final List<Word> heard;
  private final List<String> texts;
  private final List<Word> words = new ArrayList<>();

  private CorrectedWords(Turn turn, List<String> texts) {
    this.turn = turn;
    this.heard = turn.words();
    this.texts = texts;
  }

  /**
   * The words of the new wording.
   *
   * @param turn as the engine heard it
   * @param text not blank, in single spaces
   */
  static List<Word> of(Turn turn, String text) {
    var corrected = new CorrectedWords(turn, List.of(text.split(" ")));
    corrected.align();
    return corrected.words;
  }

  private void align() {
    var common = common();
    var old = 0;
    var now = 0;
    while (old < heard.size() && now < texts.size()) {
      if (isSame(old, now)) {
        keep(old++, now++);
        continue;
      }
      var firstOld = old;
      var firstNow = now;
      while (old < heard.size() && now < texts.size() && !isSame(old, now)) {
        if (common[old + 1][now] >= common[old][now + 1]) {
          old++;
        } else {
          now++;
        }
      }
      if (old == heard.size() || now == texts.size()) {
        old = heard.size();
        now = texts.size();
      }
      replace(firstOld, old, firstNow, now);
    }
    replace(old, heard.size(), now, texts.size());
  }

  /** How long the longest common sequence is from each pair of words on. */
  private int[][] common() {
    var lengths = new int[heard.size() + 1][texts.size() + 1];
    for (var old = heard.size() - 1; old >= 0; old--) {
      for (var now = texts.size() - 1; now >= 0; now--) {
        lengths[old][now] =
            isSame(old, now)
                ? lengths[old + 1][now + 1] + 1
                : Math.max(lengths[old + 1][now], lengths[old][now + 1]);
      }
    }
    return lengths;
  }

  private boolean isSame(int old, int now) {
    return core(heard.get(old).text()).equals(core(texts.get(now)));
  }

  /** A word that is nothing but marks is compared as it is. */
  private static String core(String text) {
    var core = NEITHER_LETTER_NOR_DIGIT.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    return core.isEmpty() ? text : core;
  }

  private void keep(int old, int now) {
    var word = heard.get(old);
    words.add(new Word(texts.get(now), word.begin(), word.end(), word.confidence()));
  }

  private void replace(int firstOld, int endOld, int firstNow, int endNow) {
    if (firstNow == endNow) {
      return;
    }
    var begin = begin(firstOld, endOld);
    var end = later(begin, end(firstOld, endOld));
    var nanos = end.minus(begin).toNanos();
    var length = texts.subList(firstNow, endNow).stream().mapToLong(String::length).sum();
    var written = 0L;
    for (var now = firstNow; now < endNow; now++) {
      var from = begin.plusNanos(share(nanos, written, length));
      written += texts.get(now).length();
      words.add(new Word(texts.get(now), from, begin.plusNanos(share(nanos, written, length)), 1));
    }
  }

  private Duration begin(int firstOld, int endOld) {
    if (firstOld < endOld) {
      return heard.get(firstOld).begin();
    }
    return firstOld == 0 ? turn.begin() : heard.get(firstOld - 1).end();
  }

  private Duration end(int firstOld, int endOld) {
    if (firstOld < endOld) {
      return heard.get(endOld - 1).end();
    }
    return endOld == heard.size() ? turn.end() : heard.get(endOld).begin();
  }

  /** Divides first, so that a long turn of many characters stays in range. */
  private static long share(long nanos, long part, long whole) {
    return nanos / whole * part + nanos % whole * part / whole;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
