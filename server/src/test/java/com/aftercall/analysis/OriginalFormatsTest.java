package com.aftercall.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OriginalFormatsTest {

  /** Inputs and outputs of the original's own functions. */
  @TestFactory
  Stream<DynamicTest> everyVectorOfTheOriginalComesOutToTheCharacter() throws IOException {
    JsonNode vectors;
    try (var stream = getClass().getResourceAsStream("/analysis/reference-test-vectors.json")) {
      vectors = JsonMapper.shared().readTree(stream).get("formatters");
    }
    assertThat(vectors).hasSize(7);
    var tests = new ArrayList<DynamicTest>();
    for (var vector : vectors) {
      tests.add(
          DynamicTest.dynamicTest(
              vector.get("fn").asString() + " " + tests.size(),
              () ->
                  assertThat(formatted(vector.get("fn").asString(), vector.get("input")))
                      .isEqualTo(vector.get("output").asString())));
    }
    return tests.stream();
  }

  @Test
  void whatWasNotFoundIsEmpty() {
    var nobody = Collections.<ScoredSentiment>nCopies(4, null);

    assertThat(OriginalFormats.sentiment(new SentimentAnalysis(null, nobody, List.of()))).isEmpty();
    assertThat(OriginalFormats.keyPhrases(new KeyPhrases(List.of()))).isEmpty();
    assertThat(OriginalFormats.dominantLanguage(new Languages(List.of()))).isEmpty();
    assertThat(OriginalFormats.customEntities(new CustomEntities(List.of(), List.of()))).isEmpty();
    assertThat(OriginalFormats.syntax(new Syntax(List.of()))).isEqualTo("[]");
  }

  @Test
  void phrasesStopBeforeTheFieldIsFull() {
    var long1 = "a".repeat(65_500);
    var long2 = "b".repeat(65_500);

    assertThat(OriginalFormats.joined(List.of(long1, long2))).hasSize(131_002);
    assertThat(OriginalFormats.joined(List.of(long1, long2 + "b", "c"))).hasSize(65_500);
  }

  @Test
  void lengthIsCountedInCodePointsAsPythonDoes() {
    var emoji = "\ud83d\ude00".repeat(65_500);

    assertThat(OriginalFormats.joined(List.of(emoji, emoji))).hasSize(262_002);
  }

  private static String formatted(String function, JsonNode input) {
    return switch (function) {
      case "sentiment" -> sentiment(input);
      case "keywords" ->
          OriginalFormats.joined(
              input.get("KeyPhrases").valueStream().map(node -> text(node, "Text")).toList());
      case "dominantLanguage" ->
          OriginalFormats.dominantLanguage(
              new Languages(
                  input
                      .get("Languages")
                      .valueStream()
                      .map(
                          node ->
                              new DominantLanguage(
                                  text(node, "LanguageCode"), node.get("Score").asDouble()))
                      .toList()));
      case "namedEntities" -> entities(input);
      case "syntax" -> syntax(input);
      default -> throw new AssertionError("unknown function " + function);
    };
  }

  private static String sentiment(JsonNode input) {
    // one vector has scores that do not add up, so the record for the four is not used
    var label = Sentiment.valueOf(text(input, "Sentiment"));
    var name =
        label.name().charAt(0) + label.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    return OriginalFormats.sentiment(label, input.get("SentimentScore").get(name).asDouble());
  }

  private static String entities(JsonNode input) {
    return OriginalFormats.customEntities(
        new CustomEntities(
            input
                .get("Entities")
                .valueStream()
                .map(
                    node ->
                        new CustomEntity(
                            text(node, "Text"),
                            text(node, "Type"),
                            node.get("Score").asDouble(),
                            0,
                            1,
                            0))
                .toList(),
            List.of()));
  }

  private static String syntax(JsonNode input) {
    return OriginalFormats.syntax(
        new Syntax(
            input
                .get("SyntaxTokens")
                .valueStream()
                .map(
                    node ->
                        new SyntaxToken(
                            text(node, "Text"),
                            PartOfSpeech.valueOf(node.get("PartOfSpeech").get("Tag").asString()),
                            node.get("PartOfSpeech").get("Score").asDouble(),
                            0,
                            1,
                            0))
                .toList()));
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }
}
