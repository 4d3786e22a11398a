package com.aftercall.analysis.aws;

import com.aftercall.analysis.PartOfSpeech;
import com.aftercall.analysis.spi.SyntaxAnalyzer;
import com.aftercall.analysis.spi.TokenSpan;
import java.util.List;
import java.util.Set;

/** BatchDetectSyntax. */
final class ComprehendSyntax implements SyntaxAnalyzer {

  private final Comprehend comprehend;
  private final ComprehendLanguages languages = ComprehendLanguages.of("syntax");

  ComprehendSyntax(Comprehend comprehend) {
    this.comprehend = comprehend;
  }

  @Override
  public String name() {
    return "Syntax";
  }

  @Override
  public Set<String> languages() {
    return languages.languages();
  }

  @Override
  public List<TokenSpan> analyze(String text, String languageTag) {
    return analyzeAll(List.of(text), languageTag).getFirst();
  }

  @Override
  public List<List<TokenSpan>> analyzeAll(List<String> texts, String languageTag) {
    requireSupport(languageTag);
    return Spread.over(
        texts,
        documents -> comprehend.syntax(documents, ComprehendLanguages.code(languageTag)),
        (place, found) ->
            new TokenSpan(place.begin(), place.end(), tag(found.label()), found.score()));
  }

  /** A tag that did not exist when this was written is anything else. */
  private static PartOfSpeech tag(String label) {
    for (var known : PartOfSpeech.values()) {
      if (known.name().equals(label)) {
        return known;
      }
    }
    return PartOfSpeech.O;
  }
}
