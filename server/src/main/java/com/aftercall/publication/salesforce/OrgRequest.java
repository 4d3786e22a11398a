package com.aftercall.publication.salesforce;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A call of the REST API.
 *
 * @param method of HTTP
 * @param path from {@code /services/} on, encoded
 * @param contentType of the body
 * @param body made anew for each try
 * @param extraTime beyond the usual, for large bodies
 */
record OrgRequest(
    String method,
    String path,
    String contentType,
    Supplier<BodyPublisher> body,
    Duration extraTime) {

  static OrgRequest get(String path) {
    return new OrgRequest("GET", path, "application/json", BodyPublishers::noBody, Duration.ZERO);
  }

  static OrgRequest json(String method, String path, JsonNode body) {
    var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return new OrgRequest(
        method, path, "application/json", () -> BodyPublishers.ofByteArray(bytes), Duration.ZERO);
  }
}
