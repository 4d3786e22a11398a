package com.aftercall.analysis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Dominant language against Lingua's words, pairs of words and sentences. */
final class LanguageEvaluation {

  private LanguageEvaluation() {}

  static void print(LanguageSources data) {
    var analyzer = new OpenNlpLanguageAnalyzer();
    Map<String, Calibration> kinds = new TreeMap<>();
    try (var reader = Texts.open(data.development("language-lingua/dev.tsv"))) {
      reader
          .lines()
          .skip(1)
          .map(line -> line.split("\t"))
          .forEach(
              columns -> {
                var candidates = analyzer.analyze(columns[2]);
                if (!candidates.isEmpty()) {
                  var best = candidates.getFirst();
                  kinds
                      .computeIfAbsent(columns[1], kind -> new Calibration())
                      .add(best.score(), best.languageTag().equals(columns[0]));
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    kinds.forEach(
        (kind, calibration) -> {
          var name = "language_" + kind.replace('-', '_');
          Evaluate.line(name + "_accuracy", calibration.accuracyPercent(), "percent");
          Evaluate.line(name + "_calibration_error", 100 * calibration.error(), "percent");
        });
  }
}
