package com.aftercall.analysis.local;

import com.aftercall.analysis.Sentiment;
import com.aftercall.analysis.SentimentScores;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sentiment against texts that people have labelled; only the labels a set has are chosen from. */
final class SentimentEvaluation {

  private static final Map<String, String> SETS = new LinkedHashMap<>();

  static {
    SETS.put("goemotions", "sentiment-goemotions/dev.tsv");
    SETS.put("mams", "sentiment-mams-mixed/dev.tsv");
    SETS.put("meld", "sentiment-meld/dev.tsv");
    SETS.put("airline", "sentiment-airline/dev.tsv");
    SETS.put("sst", "sentiment-sst/dev.tsv");
    SETS.put("umsab_en", "sentiment-umsab/english.dev.tsv");
    SETS.put("uss_sgd", "sentiment-uss/sgd.dev.tsv");
    SETS.put("uss_mwoz", "sentiment-uss/mwoz.dev.tsv");
  }

  private final LogisticSentimentAnalyzer analyzer = new LogisticSentimentAnalyzer();

  private SentimentEvaluation() {}

  static void print(LanguageSources data) {
    var evaluation = new SentimentEvaluation();
    for (var set : SETS.entrySet()) {
      var texts = LabelledText.read(data.development(set.getValue()));
      evaluation.print(set.getKey() + "_raw", texts);
      evaluation.print(set.getKey() + "_asr", texts.stream().map(LabelledText::spoken).toList());
    }
  }

  private void print(String set, List<LabelledText> texts) {
    var present = EnumSet.noneOf(Sentiment.class);
    texts.forEach(text -> present.add(Sentiment.valueOf(text.label())));
    var calibration = new Calibration();
    var right = new EnumMap<Sentiment, Integer>(Sentiment.class);
    var all = new EnumMap<Sentiment, Integer>(Sentiment.class);
    for (var text : texts) {
      var gold = Sentiment.valueOf(text.label());
      var scores = analyzer.analyze(text.text(), "en");
      var found = highest(scores, present);
      calibration.add(scores.of(found), found == gold);
      right.merge(gold, found == gold ? 1 : 0, Integer::sum);
      all.merge(gold, 1, Integer::sum);
      all.merge(found, 1, Integer::sum);
    }
    double f1 = 0;
    for (var label : present) {
      f1 += 200.0 * right.getOrDefault(label, 0) / all.getOrDefault(label, 1);
    }
    Evaluate.line("sentiment_" + set + "_accuracy", calibration.accuracyPercent(), "percent");
    Evaluate.line("sentiment_" + set + "_macro_f1", f1 / present.size(), "percent");
    Evaluate.line("sentiment_" + set + "_calibration_error", 100 * calibration.error(), "percent");
  }

  private static Sentiment highest(SentimentScores scores, Set<Sentiment> among) {
    var best = among.iterator().next();
    for (var label : among) {
      best = scores.of(label) > scores.of(best) ? label : best;
    }
    return best;
  }
}
