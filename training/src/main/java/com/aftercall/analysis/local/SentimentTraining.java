package com.aftercall.analysis.local;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains the sentiment model: logistic regression, one label against the others, on each text as it
 * was written and as a recogniser would write it.
 */
final class SentimentTraining {

  static final List<String> LABELS = List.of("POSITIVE", "NEGATIVE", "NEUTRAL", "MIXED");

  /** A higher value fits GoEmotions better and leaves the scores of other texts too sure. */
  private static final double REGULARIZATION = 0.3;

  private static final int SMALLEST_COUNT = 3;
  private static final double SMALLEST_WEIGHT = 0.04;
  private static final double STEP = 1.0 / 256;

  private final SentimentFeatures features;
  private final Map<Integer, Integer> ids = new HashMap<>();

  SentimentTraining(SentimentLexicon lexicon) {
    features = new SentimentFeatures(lexicon);
  }

  void train(LanguageSources data, Path output) throws IOException {
    var texts = withSpoken(data.sentimentTraining());
    var values = texts.stream().map(text -> features.of(text.text())).toList();
    numberFrequent(values);
    var problem = new Problem();
    problem.l = texts.size();
    problem.n = ids.size();
    problem.x = values.stream().map(this::nodes).toArray(Feature[][]::new);
    problem.y = texts.stream().mapToDouble(text -> LABELS.indexOf(text.label())).toArray();
    Linear.disableDebugOutput();
    var model = Linear.train(problem, new Parameter(SolverType.L2R_LR, REGULARIZATION, 0.01));
    writer(model).write(output, SMALLEST_WEIGHT, STEP);
    System.err.printf("sentiment: %d texts, %d bytes%n", texts.size(), Files.size(output));
  }

  private static List<LabelledText> withSpoken(List<LabelledText> texts) {
    var result = new ArrayList<LabelledText>();
    for (var text : texts) {
      result.add(text);
      var spoken = text.spoken();
      if (!spoken.text().isEmpty()) {
        result.add(spoken);
      }
    }
    return result;
  }

  private void numberFrequent(List<SentimentFeatures.Values> all) {
    var counts = new HashMap<Integer, Integer>();
    for (var values : all) {
      for (int i = 0; i < values.size(); i++) {
        counts.merge(values.key(i), 1, Integer::sum);
      }
    }
    for (var count : counts.entrySet()) {
      if (count.getValue() >= SMALLEST_COUNT) {
        ids.put(count.getKey(), ids.size() + 1);
      }
    }
  }

  private Feature[] nodes(SentimentFeatures.Values values) {
    var nodes = new ArrayList<Feature>();
    for (int i = 0; i < values.size(); i++) {
      Integer id = ids.get(values.key(i));
      if (id != null) {
        nodes.add(new FeatureNode(id, values.value(i)));
      }
    }
    nodes.sort(Comparator.comparingInt(Feature::getIndex));
    return nodes.toArray(Feature[]::new);
  }

  private LinearModelWriter writer(Model model) {
    var writer = new LinearModelWriter(LABELS);
    var classes = model.getLabels();
    var weights = model.getFeatureWeights();
    for (var id : ids.entrySet()) {
      var row = new float[LABELS.size()];
      for (int i = 0; i < classes.length; i++) {
        row[classes[i]] = (float) weights[(id.getValue() - 1) * classes.length + i];
      }
      writer.feature(id.getKey(), row);
    }
    return writer;
  }
}
