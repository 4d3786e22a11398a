package com.aftercall.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** As much of SOQL as anybody here writes; the rest is refused as Salesforce does. */
final class Soql {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Pattern QUERY =
      Pattern.compile(
          "SELECT (?<columns>.+?) FROM (?<object>\\w+)(?: WHERE (?<where>.+?))?"
              + "(?: ORDER BY (?<order>[\\w, ]+?))?(?: LIMIT (?<limit>\\d+))?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CONDITION = Pattern.compile("([\\w.]+) = '((?:[^'\\\\]|\\\\.)*)'");

  private static final Pattern CHILDREN = Pattern.compile("\\(SELECT ([\\w, .]+) FROM (\\w+)\\)");

  private final OrgTables tables;

  Soql(OrgTables tables) {
    this.tables = tables;
  }

  JsonNode run(String soql) {
    var children = CHILDREN.matcher(soql).results().toList();
    var plain = CHILDREN.matcher(soql).replaceAll("").replaceAll(",\\s*(?=,|\\s+FROM)", "");
    var query = QUERY.matcher(plain);
    if (!query.matches()) {
      throw new OrgTables.Refused(400, "MALFORMED_QUERY", "unexpected token");
    }
    var object = query.group("object");
    if (!tables.has(object)) {
      throw new OrgTables.Refused(
          400, "INVALID_TYPE", "sObject type '%s' is not supported.".formatted(object));
    }
    var columns = List.of(query.group("columns").strip().split("\\s*,\\s*"));
    columns.stream().filter(c -> !c.contains(".")).forEach(column -> require(object, column));
    var limit = query.group("limit") == null ? 2000 : Integer.parseInt(query.group("limit"));
    var answer = JSON.createObjectNode();
    var records = JSON.createArrayNode();
    var conditions = conditions(query.group("where"));
    for (var row : tables.visible(object)) {
      if (records.size() < limit && matches(object, row, conditions)) {
        var record = project(object, row, columns);
        children.forEach(
            child -> record.set(child.group(2), children(row, child.group(1), child.group(2))));
        records.add(record);
      }
    }
    return answer.put("totalSize", records.size()).put("done", true).set("records", records);
  }

  private void require(String object, String column) {
    if (!tables.hasField(object, column)) {
      throw new OrgTables.Refused(
          400, "INVALID_FIELD", "No such column '%s' on entity '%s'".formatted(column, object));
    }
  }

  private record Condition(String column, String value) {}

  private static List<Condition> conditions(@Nullable String where) {
    if (where == null) {
      return List.of();
    }
    if (!CONDITION.matcher(where).replaceAll("").replace("AND", "").isBlank()) {
      throw new OrgTables.Refused(400, "MALFORMED_QUERY", "unexpected condition");
    }
    return CONDITION
        .matcher(where)
        .results()
        .map(found -> new Condition(found.group(1), found.group(2).replaceAll("\\\\(.)", "$1")))
        .toList();
  }

  private boolean matches(String object, ObjectNode row, List<Condition> conditions) {
    return conditions.stream()
        .allMatch(condition -> condition.value().equals(value(object, row, condition.column())));
  }

  private String value(String object, ObjectNode row, String column) {
    if (column.contains(".")) {
      var parent = row.path(column.substring(0, column.indexOf('.')) + "Id").asString("");
      var parentObject = column.substring(0, column.indexOf('.'));
      return tables
          .row(parentObject, parent)
          .path(column.substring(column.indexOf('.') + 1))
          .asString("");
    }
    require(object, column);
    return row.path(column).asString("");
  }

  private static ObjectNode project(String object, ObjectNode row, List<String> columns) {
    var record = JSON.createObjectNode();
    record
        .putObject("attributes")
        .put("type", object)
        .put(
            "url",
            "/services/data/v62.0/sobjects/%s/%s".formatted(object, row.path("Id").asString("")));
    columns.stream()
        .filter(c -> !c.contains("."))
        .forEach(column -> record.set(column, shown(column, row.path(column))));
    return record;
  }

  /** Times come in Salesforce's own form. */
  private static JsonNode shown(String column, JsonNode value) {
    if (value.isMissingNode()) {
      return JSON.nullNode();
    }
    return column.contains("Timestamp") && value.isString()
        ? JSON.getNodeFactory()
            .stringNode(value.stringValue().replaceFirst("(\\.\\d+)?Z$", ".000+0000"))
        : value;
  }

  private JsonNode children(ObjectNode row, String columns, String relation) {
    var object = relation.substring(0, relation.length() - 1);
    var parent = object.equals("Attachment") ? "ParentId" : "LinkedEntityId";
    var found = new ArrayList<JsonNode>();
    for (var child : tables.rows(object)) {
      if (child.path(parent).equals(row.path("Id"))) {
        var record = project(object, child, List.of(columns.split("\\s*,\\s*")));
        if (columns.contains("ContentDocument.Title")) {
          record
              .putObject("ContentDocument")
              .set(
                  "Title",
                  tables
                      .row("ContentDocument", child.path("ContentDocumentId").stringValue())
                      .path("Title"));
        }
        found.add(record);
      }
    }
    if (found.isEmpty()) {
      return JSON.nullNode();
    }
    var list = JSON.createObjectNode().put("totalSize", found.size()).put("done", true);
    var records = list.putArray("records");
    found.forEach(records::add);
    return list;
  }
}
