package com.aftercall.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published model of a service, from {@code src/test/resources/aws}, and whether a request or
 * an answer fits it.
 */
final class AwsModel {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final String service;
  private final JsonNode model;

  private AwsModel(String service, JsonNode model) {
    this.service = service;
    this.model = model;
  }

  static AwsModel of(String service) {
    try (var file = AwsModel.class.getResourceAsStream("/aws/" + service + ".json")) {
      return new AwsModel(service, JSON.readTree(Objects.requireNonNull(file, service)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name in signatures. */
  String service() {
    return service;
  }

  String contentType() {
    return "application/x-amz-json-" + model.path("metadata").path("jsonVersion").asString();
  }

  /** What stands before the operation in {@code X-Amz-Target}. */
  String targetPrefix() {
    return model.path("metadata").path("targetPrefix").asString();
  }

  boolean has(String operation) {
    return model.path("operations").has(operation);
  }

  /** Whether the operation may answer with this error. */
  boolean declares(String operation, String error) {
    for (var declared : model.path("operations").path(operation).path("errors")) {
      var shape = declared.path("shape").asString();
      if (shape.equals(error)
          || shape(shape).path("error").path("code").asString("").equals(error)) {
        return true;
      }
    }
    return false;
  }

  /** Why the request does not fit; empty if it does. */
  List<String> faultsOfInput(String operation, JsonNode request) {
    return faults(operation, "input", request);
  }

  /** Why the answer does not fit; empty if it does. */
  List<String> faultsOfOutput(String operation, JsonNode answer) {
    return faults(operation, "output", answer);
  }

  private List<String> faults(String operation, String direction, JsonNode value) {
    var shape = model.path("operations").path(operation).path(direction).path("shape");
    var faults = new ArrayList<String>();
    if (!shape.isMissingNode()) {
      check(shape.asString(), value, operation + " " + direction, faults);
    }
    return faults;
  }

  private JsonNode shape(String name) {
    return model.path("shapes").path(name);
  }

  private void check(String name, JsonNode value, String place, List<String> faults) {
    var shape = shape(name);
    var type = shape.path("type").asString();
    if (!isOfType(type, value)) {
      faults.add("%s is no %s".formatted(place, type));
      return;
    }
    switch (type) {
      case "structure" -> checkStructure(shape, value, place, faults);
      case "list" -> {
        checkBounds(shape, value.size(), place, faults);
        for (var i = 0; i < value.size(); i++) {
          check(
              shape.path("member").path("shape").asString(),
              value.get(i),
              place + "[" + i + "]",
              faults);
        }
      }
      case "map" -> checkMap(shape, value, place, faults);
      case "string" -> checkText(shape, value.asString(), place, faults);
      case "integer", "long", "float", "double" ->
          checkBounds(shape, value.asDouble(), place, faults);
      default -> {
        // Nothing more is said of booleans, times and bytes.
      }
    }
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "structure", "map" -> value.isObject();
      case "list" -> value.isArray();
      case "string" -> value.isString();
      case "blob" -> value.isString() && isBase64(value.asString());
      case "integer", "long" -> value.isIntegralNumber();
      case "float", "double", "timestamp" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> throw new IllegalStateException("the model has a type " + type);
    };
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getDecoder().decode(text) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void checkStructure(JsonNode shape, JsonNode value, String place, List<String> faults) {
    for (var required : shape.path("required")) {
      if (!value.has(required.asString())) {
        faults.add("%s lacks %s".formatted(place, required.asString()));
      }
    }
    if (shape.path("union").asBoolean(false) && value.size() != 1) {
      faults.add("%s has %d members, and one is allowed".formatted(place, value.size()));
    }
    for (var field : value.properties()) {
      var member = shape.path("members").path(field.getKey());
      var inner = place + "." + field.getKey();
      if (member.isMissingNode()) {
        faults.add(inner + " is unknown");
      } else {
        check(member.path("shape").asString(), field.getValue(), inner, faults);
      }
    }
  }

  private void checkMap(JsonNode shape, JsonNode value, String place, List<String> faults) {
    checkBounds(shape, value.size(), place, faults);
    for (var entry : value.properties()) {
      var inner = place + "." + entry.getKey();
      checkText(shape(shape.path("key").path("shape").asString()), entry.getKey(), inner, faults);
      check(shape.path("value").path("shape").asString(), entry.getValue(), inner, faults);
    }
  }

  /** Patterns in the models are not anchored at their end, and mean the whole. */
  private static void checkText(JsonNode shape, String text, String place, List<String> faults) {
    checkBounds(shape, text.length(), place, faults);
    var pattern = shape.path("pattern");
    if (!pattern.isMissingNode() && !Pattern.compile(pattern.asString()).matcher(text).matches()) {
      faults.add("%s does not match %s".formatted(place, pattern.asString()));
    }
    var allowed = shape.path("enum");
    if (!allowed.isMissingNode()
        && allowed.valueStream().noneMatch(v -> v.asString().equals(text))) {
      faults.add("%s is none of the values allowed".formatted(place));
    }
  }

  private static void checkBounds(JsonNode shape, double size, String place, List<String> faults) {
    if (size < shape.path("min").asDouble(Double.NEGATIVE_INFINITY)
        || size > shape.path("max").asDouble(Double.POSITIVE_INFINITY)) {
      faults.add("%s is out of bounds".formatted(place));
    }
  }
}
