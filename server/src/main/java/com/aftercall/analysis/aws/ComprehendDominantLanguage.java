package com.aftercall.analysis.aws;

import com.aftercall.analysis.DominantLanguage;
import com.aftercall.analysis.spi.LanguageAnalyzer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** BatchDetectDominantLanguage. Long texts are cut, and the parts count by their length. */
final class ComprehendDominantLanguage implements LanguageAnalyzer {

  private final Comprehend comprehend;

  ComprehendDominantLanguage(Comprehend comprehend) {
    this.comprehend = comprehend;
  }

  @Override
  public String name() {
    return "Dominant language";
  }

  @Override
  public Set<String> languages() {
    return Set.of();
  }

  @Override
  public List<DominantLanguage> analyze(String text) {
    return analyzeAll(List.of(text)).getFirst();
  }

  @Override
  public List<List<DominantLanguage>> analyzeAll(List<String> texts) {
    var pieces = texts.stream().map(ComprehendDominantLanguage::pieces).toList();
    var found = comprehend.languages(pieces.stream().flatMap(List::stream).toList()).iterator();
    var all = new ArrayList<List<DominantLanguage>>();
    for (var ofText : pieces) {
      var mean = new Mean();
      ofText.forEach(piece -> mean.add(found.next(), piece.length()));
      all.add(mean.languages());
    }
    return all;
  }

  private static List<String> pieces(String text) {
    return ByteCut.pieces(text, Comprehend.MAX_BYTES).stream()
        .map(range -> text.substring(range.begin(), range.end()))
        .filter(piece -> piece.codePoints().anyMatch(Character::isLetter))
        .toList();
  }

  private static final class Mean {

    private final HashMap<String, Double> sums = new HashMap<>();
    private double weight;

    void add(List<DominantLanguage> languages, int length) {
      languages.forEach(
          found -> sums.merge(found.languageTag(), found.score() * length, Double::sum));
      weight += length;
    }

    List<DominantLanguage> languages() {
      return sums.entrySet().stream()
          .map(
              sum ->
                  new DominantLanguage(sum.getKey(), Math.clamp(sum.getValue() / weight, 0.0, 1.0)))
          .sorted(Comparator.comparingDouble(DominantLanguage::score).reversed())
          .toList();
    }
  }
}
