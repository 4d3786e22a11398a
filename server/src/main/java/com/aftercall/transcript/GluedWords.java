package com.aftercall.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Joins marks to the words they belong to, losing none. */
final class GluedWords {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final List<Word> words = new ArrayList<>();
  private final StringBuilder waiting = new StringBuilder();

  private GluedWords() {}

  /**
   * The words in order, white space within them reduced to single spaces, each with its marks.
   * Where there is no word at all there is nothing to glue to, and the list is empty; it may be
   * changed.
   */
  static List<Word> of(List<TranscriptItem> items) {
    var glued = new GluedWords();
    for (var item : items) {
      switch (item) {
        case Word word -> glued.add(word);
        case Punctuation mark -> glued.add(mark);
      }
    }
    glued.end();
    return glued.words;
  }

  private void add(Word word) {
    var text = SPACES.matcher(word.text().strip()).replaceAll(" ");
    words.add(withText(word, waiting + text));
    waiting.setLength(0);
  }

  private void add(Punctuation mark) {
    var text = mark.text().strip();
    if (words.isEmpty() || !waiting.isEmpty() || opens(text)) {
      waiting.append(text);
    } else {
      glueToLast(text);
    }
  }

  private void end() {
    if (!words.isEmpty() && !waiting.isEmpty()) {
      glueToLast(waiting.toString());
    }
  }

  private void glueToLast(String mark) {
    var last = words.removeLast();
    words.add(withText(last, last.text() + mark));
  }

  /** An opening bracket or quotation mark, or one of the Spanish marks before a sentence. */
  private static boolean opens(String mark) {
    var first = mark.codePointAt(0);
    return switch (Character.getType(first)) {
      case Character.START_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> true;
      default -> first == '¿' || first == '¡';
    };
  }

  private static Word withText(Word word, String text) {
    return new Word(text, word.begin(), word.end(), word.confidence());
  }
}
