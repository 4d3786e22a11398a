package com.aftercall;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Compares answers with their description in OpenAPI: kinds, required and unknown properties,
 * enumerations. Knows no more of JSON Schema than {@code openapi.yaml} uses.
 */
final class Described {

  private final JsonNode description;

  Described(JsonNode description) {
    this.description = description;
  }

  /** What is wrong with an answer, or nothing. The path is as in the description. */
  List<String> faults(String method, String path, int status, String mediaType, JsonNode answer) {
    var response =
        description
            .path("paths")
            .path(path)
            .path(method)
            .path("responses")
            .path(Integer.toString(status));
    var schema = resolve(response).path("content").path(mediaType).path("schema");
    if (schema.isMissingNode()) {
      return List.of("%s %s is not described for %d %s".formatted(method, path, status, mediaType));
    }
    var faults = new ArrayList<String>();
    compare(answer, schema, "$", faults);
    return faults;
  }

  private JsonNode resolve(JsonNode node) {
    var reference = node.path("$ref");
    return reference.isString() ? description.at(reference.asString().substring(1)) : node;
  }

  private void compare(JsonNode value, JsonNode reference, String place, List<String> faults) {
    var schema = resolve(reference);
    if (schema.has("anyOf")) {
      if (schema.path("anyOf").valueStream().noneMatch(option -> fits(value, option))) {
        faults.add(place + " fits none of its forms");
      }
      return;
    }
    if (schema.has("type") && !kinds(schema).contains(kind(value))) {
      if (!(kind(value).equals("integer") && kinds(schema).contains("number"))) {
        faults.add("%s is %s, described as %s".formatted(place, kind(value), kinds(schema)));
        return;
      }
    }
    if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
      faults.add("%s is %s, which its enumeration lacks".formatted(place, value));
    }
    if (value.isObject()) {
      compareObject(value, schema, place, faults);
    }
    if (value.isArray()) {
      for (var i = 0; i < value.size(); i++) {
        compare(value.path(i), schema.path("items"), place + "[" + i + "]", faults);
      }
    }
  }

  private boolean fits(JsonNode value, JsonNode schema) {
    var faults = new ArrayList<String>();
    compare(value, schema, "", faults);
    return faults.isEmpty();
  }

  private void compareObject(JsonNode value, JsonNode schema, String place, List<String> faults) {
    var parts = new ArrayList<JsonNode>();
    parts.add(schema);
    schema.path("allOf").forEach(part -> parts.add(resolve(part)));
    for (var part : parts) {
      for (var required : part.path("required")) {
        if (!value.has(required.asString())) {
          faults.add("%s lacks %s".formatted(place, required.asString()));
        }
      }
    }
    var open =
        parts.stream().noneMatch(part -> part.has("properties"))
            || schema.has("additionalProperties");
    for (var property : value.properties()) {
      var described =
          parts.stream()
              .map(part -> part.path("properties").path(property.getKey()))
              .filter(found -> !found.isMissingNode())
              .findFirst();
      if (described.isPresent()) {
        compare(property.getValue(), described.get(), place + "." + property.getKey(), faults);
      } else if (!open) {
        faults.add("%s.%s is not described".formatted(place, property.getKey()));
      }
    }
  }

  private static Set<String> kinds(JsonNode schema) {
    var type = schema.path("type");
    return type.isArray()
        ? Set.copyOf(type.valueStream().map(JsonNode::asString).toList())
        : Set.of(type.asString());
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case STRING, BINARY -> "string";
      case OBJECT, POJO -> "object";
      case NULL, MISSING -> "null";
    };
  }
}
