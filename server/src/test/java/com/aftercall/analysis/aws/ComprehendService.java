package com.aftercall.analysis.aws;

import com.aftercall.aws.AwsJsonDouble;
import com.aftercall.aws.ServiceError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Amazon Comprehend with its limits: twenty-five documents of 5,000 bytes. It knows a few words:
 * {@code kettle} is a key phrase, a noun and a product, {@code broken} is negative, {@code kaputt}
 * is German. {@code Jenny}, {@code Michael}, {@code Peter Smith} and numbers such as {@code 555
 * 0123} are private. Offsets count characters, as the service's do.
 */
public final class ComprehendService {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> WORDS = List.of("kettle", "Łódź");

  private static final Pattern PRIVATE =
      Pattern.compile("(?<name>Jenny|Michael|Peter Smith)|(?<phone>\\d{3}\\s\\d{4})");

  private ComprehendService() {}

  public static void in(AwsJsonDouble amazon) {
    amazon
        .on("BatchDetectSentiment", request -> batch(request, ComprehendService::sentiment))
        .on("BatchDetectKeyPhrases", request -> batch(request, ComprehendService::keyPhrases))
        .on("BatchDetectSyntax", request -> batch(request, ComprehendService::syntax))
        .on("BatchDetectEntities", request -> batch(request, ComprehendService::entities))
        .on("BatchDetectDominantLanguage", request -> batch(request, ComprehendService::languages))
        .on("DetectEntities", ComprehendService::custom)
        .on("DetectPiiEntities", ComprehendService::privateText);
  }

  private static JsonNode batch(ObjectNode request, BiConsumer<String, ObjectNode> analysis) {
    var texts = request.path("TextList");
    if (texts.size() > 25) {
      throw new ServiceError(400, "BatchSizeLimitExceededException", "too many");
    }
    var answer = JSON.createObjectNode();
    var results = answer.putArray("ResultList");
    var errors = answer.putArray("ErrorList");
    for (var index = 0; index < texts.size(); index++) {
      var text = texts.get(index).asString();
      if (text.getBytes(StandardCharsets.UTF_8).length > 5_000) {
        errors
            .addObject()
            .put("Index", index)
            .put("ErrorCode", "TEXT_SIZE_LIMIT_EXCEEDED")
            .put("ErrorMessage", "quotes " + text);
      } else {
        analysis.accept(text, results.addObject().put("Index", index));
      }
    }
    return answer;
  }

  private static void sentiment(String text, ObjectNode result) {
    var negative = text.contains("broken");
    result
        .put("Sentiment", negative ? "NEGATIVE" : "NEUTRAL")
        .putObject("SentimentScore")
        .put("Positive", 0.01)
        .put("Negative", negative ? 0.95 : 0.02)
        .put("Neutral", negative ? 0.03 : 0.964)
        .put("Mixed", 0.01);
  }

  private static void keyPhrases(String text, ObjectNode result) {
    find(text, result.putArray("KeyPhrases"));
  }

  private static void syntax(String text, ObjectNode result) {
    var tokens = result.putArray("SyntaxTokens");
    find(text, tokens);
    tokens.forEach(
        token -> {
          ((ObjectNode) token).remove("Score");
          ((ObjectNode) token).putObject("PartOfSpeech").put("Tag", "NOUN").put("Score", 0.9);
        });
  }

  private static void entities(String text, ObjectNode result) {
    var entities = result.putArray("Entities");
    find(text, entities);
    entities.forEach(entity -> ((ObjectNode) entity).put("Type", "COMMERCIAL_ITEM"));
  }

  private static JsonNode custom(ObjectNode request) {
    var answer = JSON.createObjectNode();
    entities(request.path("Text").asString(), answer);
    answer.path("Entities").forEach(entity -> ((ObjectNode) entity).put("Type", "PRODUCT"));
    return answer;
  }

  /** Names and numbers. The answer has places alone, and counts characters. */
  private static JsonNode privateText(ObjectNode request) {
    var text = request.path("Text").asString();
    if (text.getBytes(StandardCharsets.UTF_8).length > 100_000) {
      throw new ServiceError(400, "TextSizeLimitExceededException", "too long");
    }
    if (!Set.of("en", "es").contains(request.path("LanguageCode").asString())) {
      throw new ServiceError(400, "UnsupportedLanguageException", "not yet");
    }
    var answer = JSON.createObjectNode();
    var entities = answer.putArray("Entities");
    PRIVATE
        .matcher(text)
        .results()
        .forEach(
            hit ->
                entities
                    .addObject()
                    .put("Score", 0.99)
                    .put("Type", hit.group("name") == null ? "PHONE" : "NAME")
                    .put("BeginOffset", text.codePointCount(0, hit.start()))
                    .put("EndOffset", text.codePointCount(0, hit.end())));
    return answer;
  }

  private static void languages(String text, ObjectNode result) {
    var german = text.contains("kaputt");
    var languages = result.putArray("Languages");
    for (var language : Map.of("en", german ? 0.1 : 0.99, "de", german ? 0.9 : 0.01).entrySet()) {
      languages
          .addObject()
          .put("LanguageCode", language.getKey())
          .put("Score", language.getValue());
    }
  }

  private static void find(String text, ArrayNode found) {
    WORDS.stream()
        .flatMap(
            word ->
                Stream.iterate(text.indexOf(word), at -> at >= 0, at -> text.indexOf(word, at + 1))
                    .map(at -> new Object[] {at, word}))
        .sorted((one, other) -> Integer.compare((int) one[0], (int) other[0]))
        .forEach(
            hit -> {
              var word = (String) hit[1];
              var begin = text.codePointCount(0, (int) hit[0]);
              found
                  .addObject()
                  .put("Text", word)
                  .put("BeginOffset", begin)
                  .put("EndOffset", begin + word.codePointCount(0, word.length()))
                  .put("Score", 0.75);
            });
  }
}
