package com.aftercall.analysis.local;

import java.util.List;

/**
 * Gives each word of a sequence a label, from left to right, each with the probability that it is
 * right. The weights are those of an averaged perceptron (Collins 2002, "Discriminative Training
 * Methods for Hidden Markov Models"); a perceptron's margins are no probabilities, so they are
 * divided by a temperature that was fitted on text not seen in training.
 */
final class SequenceLabeler {

  /** Features of the labels before, in number. */
  static final int LABEL_FEATURES = 4;

  private static final int START = -1;

  private final LinearModel model;
  private final double temperature;

  SequenceLabeler(LinearModel model) {
    this.model = model;
    this.temperature = model.parameter("temperature");
  }

  List<String> labels() {
    return model.labels();
  }

  /** Probabilities of all labels for each word, in the order of {@link #labels}. */
  double[][] label(String[] words) {
    var features = new TokenFeatures(words);
    var result = new double[words.length][];
    int previous = START;
    int beforePrevious = START;
    for (int i = 0; i < words.length; i++) {
      var scores = new double[model.labels().size()];
      for (int feature : features.of(i)) {
        model.addTo(scores, feature, 1);
      }
      for (int feature : labelFeatures(features, i, previous, beforePrevious)) {
        model.addTo(scores, feature, 1);
      }
      result[i] = Probabilities.softmax(scores, temperature);
      beforePrevious = previous;
      previous = Probabilities.highest(result[i]);
    }
    return result;
  }

  /** Features made of the labels of the one or two words before; -1 stands for the beginning. */
  static int[] labelFeatures(TokenFeatures words, int i, int previous, int beforePrevious) {
    int one = FeatureHash.with(FeatureHash.kind(100), previous);
    int two = FeatureHash.with(FeatureHash.with(FeatureHash.kind(101), previous), beforePrevious);
    int word =
        FeatureHash.with(FeatureHash.with(FeatureHash.kind(102), previous), words.lowerAt(i));
    int next =
        FeatureHash.with(FeatureHash.with(FeatureHash.kind(103), previous), words.lowerAt(i + 1));
    return new int[] {
      FeatureHash.done(one), FeatureHash.done(two), FeatureHash.done(word), FeatureHash.done(next)
    };
  }
}
