package com.aftercall.analysis.aws;

import com.aftercall.analysis.spi.TextAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The languages of Amazon Comprehend's operations, from {@code comprehend-languages.csv} beside
 * this class, after "Languages supported in Amazon Comprehend" in its guide.
 */
final class ComprehendLanguages {

  private static final String TRADITIONAL_CHINESE = "zh-TW";

  private final List<String> codes;

  private ComprehendLanguages(List<String> codes) {
    this.codes = codes;
  }

  static ComprehendLanguages of(String operation) {
    try (var file = ComprehendLanguages.class.getResourceAsStream("comprehend-languages.csv")) {
      var lines = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return lines
          .lines()
          .map(line -> line.split(",", 2))
          .filter(fields -> fields[0].equals(operation))
          .map(fields -> new ComprehendLanguages(List.of(fields[1].split(" "))))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The languages alone, as {@link TextAnalyzer#languages} wants them. */
  Set<String> languages() {
    return codes.stream().map(TextAnalyzer::language).collect(Collectors.toSet());
  }

  /** The service's code for a tag: Chinese as it is written in Taiwan has one of its own. */
  static String code(String languageTag) {
    var tag = languageTag.strip().replace('_', '-').toLowerCase(Locale.ROOT);
    return tag.equals("zh-tw") || tag.equals("zh-hk")
        ? TRADITIONAL_CHINESE
        : TextAnalyzer.language(languageTag);
  }
}
