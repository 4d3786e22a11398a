package com.aftercall.analysis.aws;

import com.aftercall.analysis.spi.TextAnalyzer;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Amazon Comprehend is used, for those analyses that are by it.
 *
 * @param entityRecognizers ARNs of the endpoints of custom entity recognizers by language, such as
 *     {@code en}
 * @param generalEntities whether the kinds that Comprehend knows by itself (people, places, dates)
 *     count as custom entities too, as they did in the original
 */
@ConfigurationProperties("aftercall.comprehend")
record ComprehendSettings(
    Map<String, String> entityRecognizers, @DefaultValue("false") boolean generalEntities) {

  ComprehendSettings {
    entityRecognizers = entityRecognizers == null ? Map.of() : Map.copyOf(entityRecognizers);
  }

  /** The endpoint for a language, given by any tag of it. */
  Optional<String> recognizer(String languageTag) {
    return entityRecognizers.entrySet().stream()
        .filter(
            entry ->
                TextAnalyzer.language(entry.getKey()).equals(TextAnalyzer.language(languageTag)))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
