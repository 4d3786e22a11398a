package com.aftercall.publication.salesforce;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends calls with a token, minds the org's limits, and says what its failures mean. Answers about
 * what was sent are the caller's affair; those about the org as a whole close the gate.
 */
@Component
class OrgClient {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final SalesforceSettings settings;
  private final OrgLogin login;
  private final OrgHttp http;
  private final Gate gate;
  private final InstantSource clock;
  private volatile @Nullable ApiUsage usage;

  OrgClient(
      SalesforceSettings settings, OrgLogin login, OrgHttp http, Gate gate, InstantSource clock) {
    this.settings = settings;
    this.login = login;
    this.http = http;
    this.gate = gate;
    this.clock = clock;
  }

  /** What the last answer said of the daily allowance. */
  Optional<ApiUsage> usage() {
    return Optional.ofNullable(usage);
  }

  /** How many percent of the daily allowance are left to others. */
  int apiReserve() {
    return settings.apiReserve();
  }

  /** Path below the version. */
  String path(String below) {
    return "/services/data/" + settings.version() + below;
  }

  /**
   * Sends a call, with a new token if the old one has expired.
   *
   * @return the answer, unless it is about the org as a whole
   * @throws RetryableException with one of the {@code SALESFORCE_} codes
   * @throws com.aftercall.failure.NotYet while the gate is closed
   */
  OrgAnswer send(OrgRequest request) {
    gate.pass();
    try {
      var answer = exchange(request);
      refuseTrouble(answer);
      if (!isInReserve()) {
        gate.open();
      }
      return answer;
    } catch (HttpTimeoutException e) {
      throw unavailable("Salesforce did not answer in time", e);
    } catch (IOException e) {
      throw unavailable(
          "Salesforce could not be reached (%s)".formatted(e.getClass().getSimpleName()), e);
    } catch (RetryableException e) {
      if (gate.state().filter(closed -> closed.sentence().equals(e.sentence())).isEmpty()) {
        gate.close(e.code(), e.sentence());
      }
      throw e;
    }
  }

  private OrgAnswer exchange(OrgRequest request) throws IOException {
    var token = login.token();
    var answer = once(request, token);
    if (answer.status() == 401) {
      login.expire(token);
      var fresh = login.token();
      answer = once(request, fresh);
      if (answer.status() == 401) {
        login.expire(fresh);
      }
    }
    return answer;
  }

  private OrgAnswer once(OrgRequest request, OrgToken token) throws IOException {
    var built =
        HttpRequest.newBuilder(token.instance().resolve(request.path()))
            .timeout(settings.timeout().plus(request.extraTime()))
            .header("Authorization", "Bearer " + token.value())
            .header("Accept", "application/json")
            .header("Content-Type", request.contentType())
            .method(request.method(), request.body().get())
            .build();
    var answer = http.send(built, BodyHandlers.ofByteArray());
    noteUsage(answer);
    return new OrgAnswer(answer.statusCode(), read(answer.body()));
  }

  private void noteUsage(HttpResponse<?> answer) {
    answer
        .headers()
        .firstValue("Sforce-Limit-Info")
        .flatMap(header -> ApiUsage.of(header, clock.instant()))
        .ifPresent(said -> usage = said);
    if (isInReserve()) {
      closeForLimit("only the reserve of the org's daily API calls is left");
    }
  }

  private boolean isInReserve() {
    var known = usage;
    return known != null && known.isInReserve(settings.apiReserve());
  }

  private void closeForLimit(String what) {
    gate.close(FailureCode.SALESFORCE_LIMIT_REACHED, limitSentence(what), settings.limitWait());
  }

  private String limitSentence(String what) {
    var sentence =
        "%s; it is tried again at %s."
            .formatted(what, CLOCK.format(clock.instant().plus(settings.limitWait())));
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private void refuseTrouble(OrgAnswer answer) {
    if (answer.hasError("REQUEST_LIMIT_EXCEEDED")) {
      var sentence = limitSentence("the org's daily limit of API calls is reached");
      gate.close(FailureCode.SALESFORCE_LIMIT_REACHED, sentence, settings.limitWait());
      throw new RetryableException(FailureCode.SALESFORCE_LIMIT_REACHED, sentence);
    }
    if (answer.status() == 401 || answer.hasError("INVALID_SESSION_ID", "API_DISABLED_FOR_ORG")) {
      throw new RetryableException(
          FailureCode.SALESFORCE_LOGIN_REFUSED,
          "Salesforce lets the server log in and then refuses its calls: " + answer.summary());
    }
    if (answer.status() >= 500 || answer.status() == 429) {
      throw new RetryableException(
          FailureCode.SALESFORCE_UNAVAILABLE,
          "Salesforce answered with status %d".formatted(answer.status()));
    }
  }

  private RetryableException unavailable(String what, IOException cause) {
    if (Thread.currentThread().isInterrupted()) {
      return new RetryableException(FailureCode.INTERRUPTED, "the server is stopping", cause);
    }
    var failure = new RetryableException(FailureCode.SALESFORCE_UNAVAILABLE, what, cause);
    gate.close(failure.code(), failure.sentence());
    return failure;
  }

  private static JsonNode read(byte[] body) {
    try {
      return body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.missingNode();
    }
  }

  /** How much longer a body of this size may take, at a tenth of a megabyte a second. */
  static Duration timeFor(long bytes) {
    return Duration.ofMillis(bytes / 100);
  }
}
