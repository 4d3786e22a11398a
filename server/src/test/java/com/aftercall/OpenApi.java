package com.aftercall;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the interface, as far as the documents need it. */
final class OpenApi {

  private static final List<String> METHODS = List.of("get", "put", "patch", "post", "delete");

  private final JsonNode root;

  private OpenApi(JsonNode root) {
    this.root = root;
  }

  static OpenApi ofTheServer() {
    Object yaml =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(Documents.read("server/src/main/resources/openapi.yaml"));
    return new OpenApi(JsonMapper.shared().valueToTree(yaml));
  }

  /** Every operation as a row of a table, in the order of the file. */
  String table() {
    return "| Method | Path | What |\n|---|---|---|\n"
        + root.path("paths").properties().stream()
            .flatMap(
                path ->
                    METHODS.stream()
                        .filter(path.getValue()::has)
                        .map(method -> row(path.getKey(), method, path.getValue().path(method))))
            .collect(Collectors.joining());
  }

  private static String row(String path, String method, JsonNode operation) {
    return "| %s | `%s` | %s |%n"
        .formatted(
            method.toUpperCase(Locale.ROOT), path, operation.path("summary").stringValue(""));
  }

  /** In what an example differs from a schema; empty if it fits. */
  List<String> differences(String schema, String example) {
    var found = new ArrayList<String>();
    var known = root.at("/components/schemas/" + schema);
    if (known.isMissingNode()) {
      found.add("there is no schema " + schema);
    }
    compare(known, JsonMapper.shared().readTree(example), schema, found);
    return found;
  }

  private void compare(JsonNode schema, JsonNode value, String place, List<String> found) {
    if (schema.has("$ref")) {
      compare(root.at(schema.path("$ref").stringValue().substring(1)), value, place, found);
    } else if (schema.has("anyOf")) {
      if (!value.isNull()) {
        compare(schema.path("anyOf").path(0), value, place, found);
      }
    } else if (!typeFits(schema.path("type"), value)) {
      found.add("%s is %s, not %s".formatted(place, value.getNodeType(), schema.path("type")));
    } else if (schema.has("enum") && !contains(schema.path("enum"), value)) {
      found.add("%s is %s, none of %s".formatted(place, value, schema.path("enum")));
    } else {
      compareParts(schema, value, place, found);
    }
  }

  private void compareParts(JsonNode schema, JsonNode value, String place, List<String> found) {
    for (var name : schema.path("required")) {
      if (value.isObject() && !value.has(name.stringValue())) {
        found.add("%s has no %s".formatted(place, name.stringValue()));
      }
    }
    for (var field : value.properties()) {
      var inner = schema.path("properties").path(field.getKey());
      if (inner.isMissingNode()) {
        found.add("%s has an unknown %s".formatted(place, field.getKey()));
      } else {
        compare(inner, field.getValue(), place + "." + field.getKey(), found);
      }
    }
    for (var item : value.isArray() ? value : JsonMapper.shared().createArrayNode()) {
      compare(schema.path("items"), item, place + "[]", found);
    }
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    return list.valueStream().anyMatch(value::equals);
  }

  private static boolean typeFits(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      return type.valueStream().anyMatch(one -> typeFits(one, value));
    }
    return switch (type.stringValue("")) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> true;
    };
  }
}
