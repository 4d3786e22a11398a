package com.aftercall.publication.salesforce;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What Salesforce said to one request. Bodies may repeat what was sent, so the text has the status
 * alone.
 *
 * @param status of HTTP
 * @param body read as JSON; missing if there was none
 */
public record OrgAnswer(int status, JsonNode body) {

  /** Whether it was done. */
  public boolean isOk() {
    return status >= 200 && status < 300;
  }

  /** Salesforce's error codes in it, such as {@code INVALID_FIELD}. */
  public List<String> errorCodes() {
    return errors()
        .map(error -> error.path("errorCode").asString(error.path("statusCode").asString("")))
        .filter(code -> code.matches("[A-Z_]{1,80}"))
        .distinct()
        .toList();
  }

  /** Whether one of these codes is among them. */
  public boolean hasError(String... codes) {
    return errorCodes().stream().anyMatch(List.of(codes)::contains);
  }

  /** The fields that it complains of; no values. */
  public List<String> errorFields() {
    return errors()
        .flatMap(error -> error.path("fields").valueStream())
        .map(field -> field.asString(""))
        .filter(field -> field.matches("[A-Za-z0-9_]{1,120}"))
        .distinct()
        .toList();
  }

  /** Status and codes, for people. */
  public String summary() {
    var codes = errorCodes();
    var fields = errorFields();
    return (codes.isEmpty() ? "HTTP status %d".formatted(status) : String.join(", ", codes))
        + (fields.isEmpty() ? "" : " (%s)".formatted(String.join(", ", fields)));
  }

  private Stream<JsonNode> errors() {
    return body.isArray() ? body.valueStream() : body.path("errors").valueStream();
  }

  /** Leaves the body out. */
  @Override
  public String toString() {
    return "OrgAnswer[%d]".formatted(status).toLowerCase(Locale.ROOT);
  }
}
