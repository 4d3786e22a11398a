package com.aftercall.analysis.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Trains a model that labels words: each sentence as it was written, and once more as a recogniser
 * would write it, since transcripts may have no capitals and no punctuation.
 *
 * @param name for people
 * @param labels all that occur
 * @param gold the right labels of a sentence
 * @param rounds how often all sentences are seen
 */
record SequenceTraining(
    String name, List<String> labels, Function<LabelledSentence, List<String>> gold, int rounds) {

  /** Weights below this change the accuracy by less than 0.1 in a hundred and double the size. */
  private static final double SMALLEST_WEIGHT = 0.25;

  private static final double STEP = 1.0 / 128;

  void train(LanguageSources data, Path output) throws IOException {
    var trainer = new PerceptronTrainer(labels);
    var examples = new ArrayList<PerceptronTrainer.Example>();
    for (var sentence : withSpoken(data.treebankTraining())) {
      var right = gold.apply(sentence).stream().mapToInt(labels::indexOf).toArray();
      examples.add(new PerceptronTrainer.Example(sentence.wordArray(), right));
    }
    trainer.train(examples, rounds);
    var writer = trainer.averaged();
    writer.parameter("temperature", 1);
    writer.write(output, SMALLEST_WEIGHT, STEP);
    double temperature = fit(output, withSpoken(data.treebankDevelopment()));
    writer.parameter("temperature", temperature);
    writer.write(output, SMALLEST_WEIGHT, STEP);
    System.err.printf("%s: temperature %.2f, %d bytes%n", name, temperature, Files.size(output));
  }

  private static List<LabelledSentence> withSpoken(List<LabelledSentence> sentences) {
    var result = new ArrayList<LabelledSentence>();
    for (var sentence : sentences) {
      result.add(sentence);
      var spoken = sentence.spoken();
      if (!spoken.words().isEmpty()) {
        result.add(spoken);
      }
    }
    return result;
  }

  /** The temperature under which the labels of other sentences are most likely. */
  private double fit(Path model, List<LabelledSentence> sentences) throws IOException {
    var scores = new ArrayList<double[]>();
    var right = new ArrayList<Integer>();
    try (var stream = Files.newInputStream(model)) {
      var labeler = new SequenceLabeler(LinearModel.read(stream));
      for (var sentence : sentences) {
        var probabilities = labeler.label(sentence.wordArray());
        for (int i = 0; i < probabilities.length; i++) {
          scores.add(logarithms(probabilities[i]));
          right.add(labels.indexOf(gold.apply(sentence).get(i)));
        }
      }
    }
    return lowest(0.5, 30, temperature -> loss(scores, right, temperature));
  }

  /** Where a function with one valley is lowest, by golden section. */
  private static double lowest(double from, double to, Function<Double, Double> function) {
    double low = from;
    double high = to;
    while (high - low > 0.01) {
      double first = low + (high - low) * 0.382;
      double second = low + (high - low) * 0.618;
      if (function.apply(first) < function.apply(second)) {
        high = second;
      } else {
        low = first;
      }
    }
    return (low + high) / 2;
  }

  /** Probabilities at temperature 1 give the scores back, up to a constant. */
  private static double[] logarithms(double[] probabilities) {
    var result = new double[probabilities.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = Math.log(Math.max(1e-300, probabilities[i]));
    }
    return result;
  }

  private static double loss(List<double[]> scores, List<Integer> right, double temperature) {
    double loss = 0;
    for (int i = 0; i < scores.size(); i++) {
      double probability = Probabilities.softmax(scores.get(i), temperature)[right.get(i)];
      loss -= Math.log(Math.max(1e-12, probability));
    }
    return loss;
  }
}
