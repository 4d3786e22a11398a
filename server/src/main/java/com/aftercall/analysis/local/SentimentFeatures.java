package com.aftercall.analysis.local;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the sentiment model sees of a text: one to three words in a row, pairs with one word
 * between, words within reach of a negation, and what the lexicon says. Part of the model format:
 * see {@link FeatureHash}.
 */
final class SentimentFeatures {

  private static final int BIAS = 200;
  private static final int MEASURE = 201;
  private static final int NEGATED_REACH = 3;

  private final EnglishTokenizer tokenizer = new EnglishTokenizer();
  private final SentimentLexicon lexicon;

  SentimentFeatures(SentimentLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Feature keys, each with its value, in the order in which they were found; none twice. */
  static final class Values {
    private final int[] keys;
    private final double[] values;
    private int size;

    private Values(int capacity) {
      keys = new int[capacity];
      values = new double[capacity];
    }

    int size() {
      return size;
    }

    int key(int i) {
      return keys[i];
    }

    double value(int i) {
      return values[i];
    }

    private void add(int key, double value) {
      keys[size] = key;
      values[size++] = value;
    }
  }

  Values of(String text) {
    var words = words(text);
    var keys = distinct(words);
    var measures = lexicon.measure(words);
    var result = new Values(keys.size() + measures.length + 1);
    // Unit length keeps the evidence of a long text from piling up to certainty.
    double share = 1 / Math.max(1, Math.sqrt(keys.size()) / 4);
    for (int key : keys) {
      result.add(key, share);
    }
    for (int i = 0; i < measures.length; i++) {
      result.add(FeatureHash.done(FeatureHash.kind(MEASURE + i)), measures[i]);
    }
    result.add(FeatureHash.done(FeatureHash.kind(BIAS)), 1);
    return result;
  }

  /** Lower-cased, punctuation left out but for ! and ?. */
  private List<String> words(String text) {
    var words = new ArrayList<String>();
    for (var token : tokenizer.tokenize(text)) {
      var word = token.text().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
      char first = word.charAt(0);
      if (Character.isLetterOrDigit(first) || Character.isSurrogate(first) || first == '\'') {
        words.add(word);
      } else if (first == '!' || first == '?') {
        words.add(word.substring(0, 1));
      }
    }
    return words;
  }

  private static Set<Integer> distinct(List<String> words) {
    var keys = new LinkedHashSet<Integer>();
    int negated = 0;
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      keys.add(key(1, word));
      if (i >= 1) {
        keys.add(key(2, words.get(i - 1), word));
      }
      if (i >= 2) {
        keys.add(key(3, words.get(i - 2), words.get(i - 1), word));
        keys.add(key(4, words.get(i - 2), word));
      }
      if (negated > 0) {
        keys.add(key(5, word));
        negated--;
      }
      if (SentimentLexicon.isNegation(word)) {
        negated = NEGATED_REACH;
      }
    }
    return keys;
  }

  private static int key(int kind, String... words) {
    int hash = FeatureHash.kind(BIAS + 50 + kind);
    for (String word : words) {
      hash = FeatureHash.with(hash, word);
    }
    return FeatureHash.done(hash);
  }
}
