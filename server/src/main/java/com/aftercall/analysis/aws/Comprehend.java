package com.aftercall.analysis.aws;

import com.aftercall.analysis.DominantLanguage;
import com.aftercall.analysis.SentimentScores;
import com.aftercall.aws.AwsFailures;
import com.aftercall.failure.AftercallException;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.comprehend.ComprehendClient;
import software.amazon.awssdk.services.comprehend.model.BatchItemError;
import software.amazon.awssdk.services.comprehend.model.Entity;
import software.amazon.awssdk.services.comprehend.model.SentimentScore;
import software.amazon.awssdk.services.comprehend.model.UnsupportedLanguageException;

/**
 * Calls of Amazon Comprehend, twenty-five documents in each. A call gives all results or fails:
 * what it could not do for one document fails the step, which says so and can be run again.
 */
final class Comprehend implements AutoCloseable {

  /** Of a document, in UTF-8; the guide says 5 KB and not which, so the smaller one. */
  static final int MAX_BYTES = 5_000;

  /** Of a document in which private text is looked for; the guide says 100 KB. */
  static final int MAX_PRIVATE_BYTES = 100_000;

  private static final int BATCH = 25;
  private static final String TITLE = "Amazon Comprehend";

  private final ComprehendClient client;

  Comprehend(ComprehendClient client) {
    this.client = client;
  }

  private record Answer<R>(Map<Integer, R> results, List<BatchItemError> errors) {}

  List<SentimentScores> sentiments(List<String> documents, String language) {
    return inBatches(
        documents,
        "comprehend:BatchDetectSentiment",
        batch -> {
          var answer =
              client.batchDetectSentiment(ask -> ask.textList(batch).languageCode(language));
          var results = new HashMap<Integer, SentimentScores>();
          answer
              .resultList()
              .forEach(item -> results.put(item.index(), scores(item.sentimentScore())));
          return new Answer<>(results, answer.errorList());
        });
  }

  /** They add up to 1 roughly; ours do exactly. */
  private static SentimentScores scores(SentimentScore score) {
    double sum =
        score.positive().doubleValue() + score.negative() + score.neutral() + score.mixed();
    return new SentimentScores(
        score.positive() / sum, score.negative() / sum, score.neutral() / sum, score.mixed() / sum);
  }

  List<List<Found>> keyPhrases(List<String> documents, String language) {
    return inBatches(
        documents,
        "comprehend:BatchDetectKeyPhrases",
        batch -> {
          var answer =
              client.batchDetectKeyPhrases(ask -> ask.textList(batch).languageCode(language));
          var results = new HashMap<Integer, List<Found>>();
          for (var item : answer.resultList()) {
            results.put(
                item.index(),
                item.keyPhrases().stream()
                    .map(
                        phrase ->
                            new Found(
                                phrase.text(),
                                phrase.beginOffset(),
                                phrase.endOffset(),
                                bounded(phrase.score()),
                                ""))
                    .toList());
          }
          return new Answer<>(results, answer.errorList());
        });
  }

  List<List<Found>> syntax(List<String> documents, String language) {
    return inBatches(
        documents,
        "comprehend:BatchDetectSyntax",
        batch -> {
          var answer = client.batchDetectSyntax(ask -> ask.textList(batch).languageCode(language));
          var results = new HashMap<Integer, List<Found>>();
          for (var item : answer.resultList()) {
            results.put(
                item.index(),
                item.syntaxTokens().stream()
                    .map(
                        token ->
                            new Found(
                                token.text(),
                                token.beginOffset(),
                                token.endOffset(),
                                bounded(token.partOfSpeech().score()),
                                token.partOfSpeech().tagAsString()))
                    .toList());
          }
          return new Answer<>(results, answer.errorList());
        });
  }

  /** The kinds of entities that the service knows by itself. */
  List<List<Found>> entities(List<String> documents, String language) {
    return inBatches(
        documents,
        "comprehend:BatchDetectEntities",
        batch -> {
          var answer =
              client.batchDetectEntities(ask -> ask.textList(batch).languageCode(language));
          var results = new HashMap<Integer, List<Found>>();
          answer.resultList().forEach(item -> results.put(item.index(), found(item.entities())));
          return new Answer<>(results, answer.errorList());
        });
  }

  /** The kinds that a recognizer was taught; it is asked for one document at a time. */
  List<Found> customEntities(String document, String endpoint) {
    return call(
        "comprehend:DetectEntities",
        () ->
            found(
                client.detectEntities(ask -> ask.text(document).endpointArn(endpoint)).entities()));
  }

  /** What is private in one document, which may be longer than others; there is no batch of it. */
  List<Found> privateText(String document, String language) {
    return call(
        "comprehend:DetectPiiEntities",
        () ->
            client
                .detectPiiEntities(ask -> ask.text(document).languageCode(language))
                .entities()
                .stream()
                .map(
                    entity ->
                        new Found(
                            null,
                            entity.beginOffset(),
                            entity.endOffset(),
                            bounded(entity.score()),
                            entity.typeAsString()))
                .toList());
  }

  private static List<Found> found(List<Entity> entities) {
    return entities.stream()
        .map(
            entity ->
                new Found(
                    entity.text(),
                    entity.beginOffset(),
                    entity.endOffset(),
                    bounded(entity.score()),
                    entity.typeAsString()))
        .toList();
  }

  List<List<DominantLanguage>> languages(List<String> documents) {
    return inBatches(
        documents,
        "comprehend:BatchDetectDominantLanguage",
        batch -> {
          var answer = client.batchDetectDominantLanguage(ask -> ask.textList(batch));
          var results = new HashMap<Integer, List<DominantLanguage>>();
          for (var item : answer.resultList()) {
            results.put(
                item.index(),
                item.languages().stream()
                    .map(
                        found -> new DominantLanguage(found.languageCode(), bounded(found.score())))
                    .toList());
          }
          return new Answer<>(results, answer.errorList());
        });
  }

  private static double bounded(Float score) {
    return Math.clamp(score.doubleValue(), 0.0, 1.0);
  }

  private static <R> List<R> inBatches(
      List<String> documents, String permission, Function<List<String>, Answer<R>> call) {
    var results = new ArrayList<R>();
    for (var begin = 0; begin < documents.size(); begin += BATCH) {
      var batch = documents.subList(begin, Math.min(begin + BATCH, documents.size()));
      var answer = call(permission, () -> call.apply(batch));
      for (var index = 0; index < batch.size(); index++) {
        results.add(require(answer, index, permission));
      }
    }
    return results;
  }

  private static <R> R require(Answer<R> answer, int index, String permission) {
    var result = answer.results().get(index);
    if (result != null) {
      return result;
    }
    var code =
        answer.errors().stream()
            .filter(error -> error.index() == index)
            .map(BatchItemError::errorCode)
            .findFirst()
            .orElse("no result");
    if (code.toUpperCase(Locale.ROOT).contains("LANGUAGE")) {
      throw new PermanentException(
          FailureCode.LANGUAGE_NOT_SUPPORTED,
          "Amazon Comprehend does not take this language for %s (%s)".formatted(permission, code));
    }
    throw new RetryableException(
        FailureCode.AWS_UNAVAILABLE,
        "Amazon Comprehend left out one text of %s (%s); it is tried again"
            .formatted(permission, code));
  }

  private static <R> R call(String permission, Supplier<R> call) {
    try {
      return call.get();
    } catch (UnsupportedLanguageException e) {
      throw new PermanentException(
          FailureCode.LANGUAGE_NOT_SUPPORTED,
          "Amazon Comprehend does not take this language for " + permission,
          e);
    } catch (SdkException e) {
      throw failure(e, permission);
    }
  }

  private static AftercallException failure(SdkException e, String permission) {
    return AwsFailures.of(e, TITLE, permission);
  }

  @Override
  public void close() {
    client.close();
  }
}
