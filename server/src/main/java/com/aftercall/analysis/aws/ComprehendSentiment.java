package com.aftercall.analysis.aws;

import com.aftercall.analysis.SentimentScores;
import com.aftercall.analysis.spi.SentimentAnalyzer;
import java.util.List;
import java.util.Set;

/** BatchDetectSentiment. */
final class ComprehendSentiment implements SentimentAnalyzer {

  private final Comprehend comprehend;
  private final ComprehendLanguages languages = ComprehendLanguages.of("sentiment");

  ComprehendSentiment(Comprehend comprehend) {
    this.comprehend = comprehend;
  }

  @Override
  public String name() {
    return "Sentiment";
  }

  @Override
  public Set<String> languages() {
    return languages.languages();
  }

  @Override
  public SentimentScores analyze(String text, String languageTag) {
    return analyzeAll(List.of(text), languageTag).getFirst();
  }

  @Override
  public List<SentimentScores> analyzeAll(List<String> texts, String languageTag) {
    requireSupport(languageTag);
    return comprehend.sentiments(texts, ComprehendLanguages.code(languageTag));
  }
}
