package com.aftercall.analysis.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Trains the weights that {@link SequenceLabeler} uses: an averaged perceptron that labels from
 * left to right and sees its own labels, right or wrong, as features of the next word.
 */
final class PerceptronTrainer {

  private final List<String> labels;
  private int[] slotKeys = new int[1 << 22];
  private int[] slotIds = new int[1 << 22];
  private int[] keys = new int[1 << 16];
  private float[] weights;
  private float[] totals;
  private int[] stamps;
  private int features;
  private int step = 1;

  PerceptronTrainer(List<String> labels) {
    this.labels = labels;
    weights = new float[keys.length * labels.size()];
    totals = new float[weights.length];
    stamps = new int[weights.length];
  }

  /** One sequence with the index of the right label of each word. */
  static final class Example {
    private final String[] words;
    private final int[] labels;
    private final int[][] features;

    Example(String[] words, int[] labels) {
      this.words = words;
      this.labels = labels;
      var extracted = new TokenFeatures(words);
      features = new int[words.length][];
      for (int i = 0; i < words.length; i++) {
        features[i] = extracted.of(i);
      }
    }
  }

  void train(List<Example> examples, int rounds) {
    var order = new ArrayList<>(examples);
    var random = new Random(1);
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, random);
      int wrong = 0;
      int all = 0;
      for (var example : order) {
        wrong += learn(example);
        all += example.labels.length;
      }
      System.err.printf("round %d: %.2f%% wrong%n", round, 100.0 * wrong / all);
    }
  }

  private int learn(Example example) {
    var words = new TokenFeatures(example.words);
    int previous = -1;
    int beforePrevious = -1;
    int wrong = 0;
    for (int i = 0; i < example.labels.length; i++) {
      int[] own = example.features[i];
      int[] context = SequenceLabeler.labelFeatures(words, i, previous, beforePrevious);
      var scores = new double[labels.size()];
      add(scores, own);
      add(scores, context);
      int guess = Probabilities.highest(scores);
      int right = example.labels[i];
      if (guess != right) {
        wrong++;
        update(own, right, guess);
        update(context, right, guess);
      }
      step++;
      beforePrevious = previous;
      previous = guess;
    }
    return wrong;
  }

  private void add(double[] scores, int[] keysOfFeatures) {
    for (int key : keysOfFeatures) {
      int id = find(key);
      if (id >= 0) {
        for (int label = 0; label < scores.length; label++) {
          scores[label] += weights[id * scores.length + label];
        }
      }
    }
  }

  private void update(int[] keysOfFeatures, int right, int wrong) {
    for (int key : keysOfFeatures) {
      int id = findOrAdd(key);
      change(id * labels.size() + right, 1);
      change(id * labels.size() + wrong, -1);
    }
  }

  private void change(int index, float by) {
    totals[index] += (step - stamps[index]) * weights[index];
    stamps[index] = step;
    weights[index] += by;
  }

  private int find(int key) {
    int mask = slotKeys.length - 1;
    int slot = key & mask;
    while (slotIds[slot] != 0) {
      if (slotKeys[slot] == key) {
        return slotIds[slot] - 1;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private int findOrAdd(int key) {
    int id = find(key);
    if (id >= 0) {
      return id;
    }
    if (features == keys.length) {
      keys = Arrays.copyOf(keys, features * 2);
      weights = Arrays.copyOf(weights, weights.length * 2);
      totals = Arrays.copyOf(totals, totals.length * 2);
      stamps = Arrays.copyOf(stamps, stamps.length * 2);
    }
    int mask = slotKeys.length - 1;
    int slot = key & mask;
    while (slotIds[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slotKeys[slot] = key;
    slotIds[slot] = ++features;
    keys[features - 1] = key;
    return features - 1;
  }

  /** The averages over all steps. */
  LinearModelWriter averaged() {
    var writer = new LinearModelWriter(labels);
    for (int id = 0; id < features; id++) {
      var averages = new float[labels.size()];
      for (int label = 0; label < averages.length; label++) {
        int index = id * averages.length + label;
        averages[label] = (totals[index] + (step - stamps[index]) * weights[index]) / step;
      }
      writer.feature(keys[id], averages);
    }
    return writer;
  }
}
