package com.aftercall.secrets.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * AWS Secrets Manager as its published model describes it, as far as reading a secret goes: refuses
 * calls that are not signed for it or do not fit the model, and checks its own answers too.
 */
final class SecretsManagerDouble implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNode MODEL = model();

  private final HttpServer server;
  private final Map<String, ObjectNode> secrets = new HashMap<>();
  private final List<String> errors = new ArrayList<>();
  final List<String> faults = new ArrayList<>();

  SecretsManagerDouble() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private static JsonNode model() {
    try (var file =
        SecretsManagerDouble.class.getResourceAsStream("/secrets/secretsmanager.json")) {
      return JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void put(String name, String text) {
    secrets.put(name, JSON.createObjectNode().put("Name", name).put("SecretString", text));
  }

  void putBinary(String name, String base64) {
    secrets.put(name, JSON.createObjectNode().put("Name", name).put("SecretBinary", base64));
  }

  /** The next answers, before it works again: {@code status type}. */
  void fail(String... next) {
    errors.addAll(List.of(next));
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    check(target.equals("secretsmanager.GetSecretValue"), "target " + target);
    check(authorization.contains("/secretsmanager/aws4_request"), "not signed for this service");
    var operation = MODEL.path("operations").path("GetSecretValue");
    fits(operation.path("input").path("shape").asString(), body, "input");
    if (!errors.isEmpty()) {
      var error = errors.removeFirst().split(" ");
      send(exchange, Integer.parseInt(error[0]), error(error[1]));
      return;
    }
    var found = secrets.get(body.path("SecretId").asString());
    if (found == null) {
      send(exchange, 400, error("ResourceNotFoundException"));
      return;
    }
    fits(operation.path("output").path("shape").asString(), found, "output");
    send(exchange, 200, found);
  }

  private static JsonNode error(String type) {
    return JSON.createObjectNode().put("__type", type).put("message", "told by the double");
  }

  private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    var bytes = JSON.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private void check(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }

  /** Patterns in the models are not anchored at their end, and mean the whole. */
  private void fits(String name, JsonNode value, String place) {
    var shape = MODEL.path("shapes").path(name);
    for (var required : shape.path("required")) {
      check(value.has(required.asString()), place + " lacks " + required.asString());
    }
    for (var field : value.properties()) {
      var member = shape.path("members").path(field.getKey());
      check(!member.isMissingNode(), place + " has an unknown " + field.getKey());
      var inner = MODEL.path("shapes").path(member.path("shape").asString());
      var text = field.getValue().asString();
      check(text.length() >= inner.path("min").asInt(0), place + " too short " + field.getKey());
      check(
          text.length() <= inner.path("max").asInt(Integer.MAX_VALUE),
          place + " too long " + field.getKey());
      check(
          Pattern.matches(inner.path("pattern").asString("(?s).*"), text),
          place + " misformed " + field.getKey());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
