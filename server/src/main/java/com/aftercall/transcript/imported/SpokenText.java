package com.aftercall.transcript.imported;

import com.aftercall.transcript.Punctuation;
import com.aftercall.transcript.TranscriptItem;
import com.aftercall.transcript.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Running text as words and marks. Where only the time of the whole is known, each word has a share
 * of it by its length, and confidence 1: somebody wrote it so.
 */
final class SpokenText {

  private static final String MARKS_BEHIND = ".,?!:;…。，、？！；：؟،";
  private static final String MARKS_BEFORE = "¿¡([{“„«";

  private SpokenText() {}

  /**
   * The items of a text that was spoken from {@code begin} to {@code end}, with blanks between
   * words. Marks at the edges of a word are items of their own; one that stands alone is a word.
   */
  static List<TranscriptItem> items(String text, Duration begin, Duration end) {
    var words = text.strip().split("\\s+");
    var total = 0L;
    for (var word : words) {
      total += word.length();
    }
    var items = new ArrayList<TranscriptItem>();
    var before = 0L;
    for (var word : words) {
      if (!word.isEmpty()) {
        var from = begin.plusNanos(share(begin, end, before, total));
        before += word.length();
        add(items, word, from, begin.plusNanos(share(begin, end, before, total)));
      }
    }
    return items;
  }

  /** Part of the time in nanoseconds, rounded down, without overflow for any length of cue. */
  private static long share(Duration begin, Duration end, long part, long total) {
    var nanos = end.minus(begin).toNanos();
    return nanos / total * part + nanos % total * part / total;
  }

  private static void add(List<TranscriptItem> items, String word, Duration begin, Duration end) {
    var first = 0;
    while (first < word.length() && MARKS_BEFORE.indexOf(word.charAt(first)) >= 0) {
      first++;
    }
    var last = word.length();
    while (last > first && MARKS_BEHIND.indexOf(word.charAt(last - 1)) >= 0) {
      last--;
    }
    if (first == last) {
      items.add(new Word(word, begin, end, 1));
      return;
    }
    addMarks(items, word.substring(0, first));
    items.add(new Word(word.substring(first, last), begin, end, 1));
    addMarks(items, word.substring(last));
  }

  private static void addMarks(List<TranscriptItem> items, String marks) {
    marks.chars().mapToObj(Character::toString).map(Punctuation::new).forEach(items::add);
  }
}
