package com.aftercall.transcript;

/** Tells from the last character of a word, quotes and brackets aside, what ends with it. */
final class SentenceEnd {

  private static final String CLOSERS = "\"')]}”’»」』";
  private static final String QUESTIONS = "?？؟";
  private static final String OTHERS = ".!…。！।";

  private SentenceEnd() {}

  /** Whether a sentence ends with this word, as far as its marks tell. */
  static boolean isAfter(String word) {
    var last = lastMark(word);
    return QUESTIONS.indexOf(last) >= 0 || OTHERS.indexOf(last) >= 0;
  }

  /** Whether a question ends with this word. */
  static boolean isQuestion(String word) {
    return QUESTIONS.indexOf(lastMark(word)) >= 0;
  }

  private static char lastMark(String word) {
    var i = word.length() - 1;
    while (i > 0 && CLOSERS.indexOf(word.charAt(i)) >= 0) {
      i--;
    }
    return word.charAt(i);
  }
}
