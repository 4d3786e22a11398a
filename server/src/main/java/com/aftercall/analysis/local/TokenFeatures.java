package com.aftercall.analysis.local;

import java.util.Locale;

/**
 * What a sequence model sees of a word and of its neighbours. Features of the labels given before
 * are added by {@link SequenceLabeler}. Part of the model format: see {@link FeatureHash}.
 */
final class TokenFeatures {

  /** Features of one word, those of labels not counted. */
  static final int COUNT = 20;

  private static final String OUTSIDE = "\u0000";

  private final String[] words;
  private final String[] lower;

  TokenFeatures(String[] words) {
    this.words = words;
    lower = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      lower[i] = normalized(words[i]);
    }
  }

  /** The features of word {@code i}, {@link #COUNT} of them. */
  int[] of(int i) {
    var word = lower[i];
    var before = lowerAt(i - 1);
    var after = lowerAt(i + 1);
    var result = new int[COUNT];
    int n = 0;
    result[n++] = one(0, "");
    result[n++] = one(1, word);
    result[n++] = one(2, suffix(word, 1));
    result[n++] = one(3, suffix(word, 2));
    result[n++] = one(4, suffix(word, 3));
    result[n++] = one(5, suffix(word, 4));
    result[n++] = one(6, word.substring(0, Math.min(1, word.length())));
    result[n++] = one(7, word.substring(0, Math.min(3, word.length())));
    result[n++] = one(8, shape(words[i]));
    result[n++] = two(9, shape(words[i]), i == 0 ? "first" : shape(words[i - 1]));
    result[n++] = one(10, before);
    result[n++] = one(11, lowerAt(i - 2));
    result[n++] = one(12, after);
    result[n++] = one(13, lowerAt(i + 2));
    result[n++] = one(14, suffix(before, 3));
    result[n++] = one(15, suffix(after, 3));
    result[n++] = two(16, before, word);
    result[n++] = two(17, word, after);
    result[n++] = two(18, before, after);
    result[n++] = two(19, suffix(word, 3), suffix(after, 3));
    return result;
  }

  /** The lower-cased word of position {@code i}, for features that join it with labels. */
  String lowerAt(int i) {
    return i < 0 || i >= lower.length ? OUTSIDE : lower[i];
  }

  private static int one(int kind, String value) {
    return FeatureHash.done(FeatureHash.with(FeatureHash.kind(kind), value));
  }

  private static int two(int kind, String first, String second) {
    return FeatureHash.done(
        FeatureHash.with(FeatureHash.with(FeatureHash.kind(kind), first), second));
  }

  private static String suffix(String word, int length) {
    return word.substring(Math.max(0, word.length() - length));
  }

  /** Lower case, straight apostrophe, every digit 0. */
  private static String normalized(String word) {
    var text = new StringBuilder(word.toLowerCase(Locale.ROOT));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        text.setCharAt(i, '0');
      } else if (c == '\u2019') {
        text.setCharAt(i, '\'');
      }
    }
    return text.toString();
  }

  /** Kinds of characters in order, each run once or twice: "Xx" for "Anna", "d.d" for "45.99". */
  private static String shape(String word) {
    var shape = new StringBuilder();
    int run = 0;
    for (int i = 0; i < word.length(); i++) {
      char kind = kind(word.charAt(i));
      run = !shape.isEmpty() && shape.charAt(shape.length() - 1) == kind ? run + 1 : 1;
      if (run <= 2) {
        shape.append(kind);
      }
    }
    return shape.toString();
  }

  private static char kind(char c) {
    if (Character.isUpperCase(c)) {
      return 'X';
    }
    if (Character.isDigit(c)) {
      return 'd';
    }
    return Character.isLetter(c) || Character.isSurrogate(c) ? 'x' : c;
  }
}
