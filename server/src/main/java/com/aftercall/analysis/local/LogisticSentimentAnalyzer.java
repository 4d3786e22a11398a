package com.aftercall.analysis.local;

import com.aftercall.analysis.Sentiment;
import com.aftercall.analysis.SentimentScores;
import com.aftercall.analysis.spi.SentimentAnalyzer;
import java.util.Set;

/**
 * Sentiment of English by logistic regression, one label against all others: each label's
 * probability is the logistic function of its score, and they are divided by their sum, as
 * liblinear does.
 */
final class LogisticSentimentAnalyzer implements SentimentAnalyzer {

  private final Lazy<Classifier> classifier;

  LogisticSentimentAnalyzer() {
    this(new Lazy<>(() -> LinearModel.resource("sentiment-en.model")));
  }

  LogisticSentimentAnalyzer(Lazy<LinearModel> model) {
    classifier =
        new Lazy<>(
            () -> new Classifier(model.get(), new SentimentFeatures(SentimentLexicon.resource())));
  }

  @Override
  public String name() {
    return "Sentiment";
  }

  @Override
  public Set<String> languages() {
    return Set.of("en");
  }

  /** A text without a word is neutral. */
  @Override
  public SentimentScores analyze(String text, String languageTag) {
    requireSupport(languageTag);
    if (text.isBlank()) {
      return new SentimentScores(0, 0, 1, 0);
    }
    return classifier.get().classify(text);
  }

  /** The model with what it sees of a text. */
  private record Classifier(LinearModel model, SentimentFeatures features) {

    SentimentScores classify(String text) {
      var values = features.of(text);
      var scores = new double[model.labels().size()];
      for (int i = 0; i < values.size(); i++) {
        model.addTo(scores, values.key(i), values.value(i));
      }
      double sum = 0;
      for (int i = 0; i < scores.length; i++) {
        scores[i] = 1 / (1 + Math.exp(-scores[i]));
        sum += scores[i];
      }
      return new SentimentScores(
          scores[index(Sentiment.POSITIVE)] / sum,
          scores[index(Sentiment.NEGATIVE)] / sum,
          scores[index(Sentiment.NEUTRAL)] / sum,
          scores[index(Sentiment.MIXED)] / sum);
    }

    private int index(Sentiment sentiment) {
      return model.labels().indexOf(sentiment.name());
    }
  }
}
