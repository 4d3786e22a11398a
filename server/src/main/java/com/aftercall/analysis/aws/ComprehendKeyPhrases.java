package com.aftercall.analysis.aws;

import com.aftercall.analysis.spi.KeyPhraseAnalyzer;
import com.aftercall.analysis.spi.PhraseSpan;
import java.util.List;
import java.util.Set;

/** BatchDetectKeyPhrases. */
final class ComprehendKeyPhrases implements KeyPhraseAnalyzer {

  private final Comprehend comprehend;
  private final ComprehendLanguages languages = ComprehendLanguages.of("key-phrases");

  ComprehendKeyPhrases(Comprehend comprehend) {
    this.comprehend = comprehend;
  }

  @Override
  public String name() {
    return "Key phrases";
  }

  @Override
  public Set<String> languages() {
    return languages.languages();
  }

  @Override
  public List<PhraseSpan> analyze(String text, String languageTag) {
    return analyzeAll(List.of(text), languageTag).getFirst();
  }

  @Override
  public List<List<PhraseSpan>> analyzeAll(List<String> texts, String languageTag) {
    requireSupport(languageTag);
    return Spread.over(
        texts,
        documents -> comprehend.keyPhrases(documents, ComprehendLanguages.code(languageTag)),
        (place, found) -> new PhraseSpan(place.begin(), place.end(), found.score()));
  }
}
