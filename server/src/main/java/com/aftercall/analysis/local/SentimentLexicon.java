package com.aftercall.analysis.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How English words are felt, from -4 (worst) to 4 (best), as ten people rated each: the lexicon of
 * VADER (Hutto and Gilbert 2014, MIT licence). What a negation or an intensifier before the word
 * does to its rating follows that paper too.
 */
final class SentimentLexicon {

  /** Numbers that {@link #measure} gives. */
  static final int MEASURES = 8;

  /** "not good" is about three quarters as bad as "good" is good (section 3.3 of the paper). */
  private static final double NEGATION = -0.74;

  private static final double INTENSIFIER = 0.293;
  private static final int REACH = 3;

  private static final Set<String> INTENSIFIERS =
      Set.of(
          "absolutely",
          "amazingly",
          "awfully",
          "completely",
          "considerably",
          "deeply",
          "enormously",
          "entirely",
          "especially",
          "exceptionally",
          "extremely",
          "highly",
          "hugely",
          "incredibly",
          "intensely",
          "particularly",
          "purely",
          "quite",
          "really",
          "remarkably",
          "so",
          "substantially",
          "thoroughly",
          "totally",
          "tremendously",
          "unbelievably",
          "utterly",
          "very");
  private static final Set<String> DAMPENERS =
      Set.of(
          "almost",
          "barely",
          "hardly",
          "kinda",
          "less",
          "little",
          "marginally",
          "occasionally",
          "partly",
          "scarcely",
          "slightly",
          "somewhat");
  private static final Set<String> NEGATIONS =
      Set.of(
          "n't", "nt", "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither",
          "nor", "without", "cannot", "hardly", "rarely", "seldom", "ain't");

  private final Map<String, Double> ratings;

  private SentimentLexicon(Map<String, Double> ratings) {
    this.ratings = ratings;
  }

  /** Reads the lexicon that lies beside this class. */
  static SentimentLexicon resource() {
    try (var stream = SentimentLexicon.class.getResourceAsStream("vader-lexicon.tsv")) {
      if (stream == null) {
        throw new IllegalStateException(
            "the program is incomplete: vader-lexicon.tsv is missing; build it again");
      }
      return read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("the sentiment lexicon cannot be read", e);
    }
  }

  /** Reads a word, a tab and its mean rating, line by line; the stream is left open. */
  static SentimentLexicon read(InputStream stream) throws IOException {
    var ratings = new HashMap<String, Double>();
    var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    String line;
    while ((line = reader.readLine()) != null) {
      int tab = line.indexOf('\t');
      ratings.put(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
    }
    return new SentimentLexicon(Map.copyOf(ratings));
  }

  static boolean isNegation(String word) {
    return NEGATIONS.contains(word);
  }

  /**
   * Sum of good, sum of bad, VADER's compound, number of good, number of bad, best, worst, last
   * rating; all about in [-1, 1].
   */
  double[] measure(List<String> words) {
    double good = 0;
    double bad = 0;
    double best = 0;
    double worst = 0;
    double last = 0;
    int goodWords = 0;
    int badWords = 0;
    for (int i = 0; i < words.size(); i++) {
      double rating = rating(words, i);
      if (rating > 0) {
        good += rating;
        goodWords++;
      } else if (rating < 0) {
        bad += rating;
        badWords++;
      }
      last = rating == 0 ? last : rating;
      best = Math.max(best, rating);
      worst = Math.min(worst, rating);
    }
    double sum = good + bad;
    // 15: VADER's own normalization of a sum
    return new double[] {
      Math.min(1, good / 8),
      Math.max(-1, bad / 8),
      sum / Math.sqrt(sum * sum + 15),
      Math.min(1, goodWords / 4.0),
      Math.min(1, badWords / 4.0),
      best / 4,
      worst / 4,
      last / 4
    };
  }

  private double rating(List<String> words, int i) {
    Double own = ratings.get(words.get(i));
    if (own == null || isNegation(words.get(i))) {
      return 0;
    }
    double rating = own;
    for (int before = Math.max(0, i - REACH); before < i; before++) {
      var word = words.get(before);
      if (INTENSIFIERS.contains(word)) {
        rating += Math.signum(own) * INTENSIFIER;
      } else if (DAMPENERS.contains(word)) {
        rating -= Math.signum(own) * INTENSIFIER;
      }
    }
    for (int before = Math.max(0, i - REACH); before < i; before++) {
      if (isNegation(words.get(before))) {
        return rating * NEGATION;
      }
    }
    return rating;
  }
}
