package com.aftercall.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects, fields and rows of the org double. Custom objects are those of the package, with
 * types and lengths; standard ones have the fields of Salesforce's Object Reference that matter
 * here. What breaks a rule is refused with Salesforce's own error code.
 */
public final class OrgTables {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, Map<String, ObjectNode>> fields = new LinkedHashMap<>();
  private final Map<String, Map<String, ObjectNode>> rows = new LinkedHashMap<>();
  private final Set<String> hidden = new HashSet<>();
  private volatile @Nullable String refusedValue;
  private long lastId;

  /** A rule was broken. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int status;
    final transient JsonNode body;

    Refused(int status, String code, String message, String... fieldNames) {
      super(code);
      this.status = status;
      var error = JSON.createObjectNode().put("message", message).put("errorCode", code);
      var names = error.putArray("fields");
      List.of(fieldNames).forEach(names::add);
      body = JSON.createArrayNode().add(error);
    }

    Refused(int status, JsonNode body) {
      super("HTTP " + status);
      this.status = status;
      this.body = body;
    }
  }

  /** An org with the package under a namespace, or without one if it is empty. */
  OrgTables(String namespace) {
    var prefix = namespace.isEmpty() ? "" : namespace + "__";
    try (var file = OrgTables.class.getResourceAsStream("/publication/fields.json")) {
      JSON.readTree(file)
          .properties()
          .forEach(
              object -> {
                var name = prefix + object.getKey();
                define(name, "Id:id:18", "Name:string:80", "CreatedDate:datetime:0");
                object
                    .getValue()
                    .properties()
                    .forEach(field -> addCustom(name, prefix + field.getKey(), field.getValue()));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    define(
        "Attachment",
        "Id:id:18",
        "Name:string:255",
        "ContentType:string:120",
        "Description:textarea:500",
        "ParentId:reference:18",
        "Body:base64:0",
        "CreatedDate:datetime:0");
    define(
        "ContentVersion",
        "Id:id:18",
        "Title:string:255",
        "PathOnClient:string:500",
        "Description:textarea:1000",
        "VersionData:base64:0",
        "FirstPublishLocationId:reference:18",
        "ContentDocumentId:reference:18",
        "CreatedDate:datetime:0");
    define("ContentDocument", "Id:id:18", "Title:string:255", "CreatedDate:datetime:0");
    define(
        "ContentDocumentLink",
        "Id:id:18",
        "ContentDocumentId:reference:18",
        "LinkedEntityId:reference:18",
        "CreatedDate:datetime:0");
    define(
        "Contact", "Id:id:18", "Phone:phone:40", "MobilePhone:phone:40", "CreatedDate:datetime:0");
    define("Case", "Id:id:18", "CaseNumber:string:30", "CreatedDate:datetime:0");
    define("PermissionSet", "Id:id:18", "Name:string:80", "CreatedDate:datetime:0");
    define(
        "PermissionSetAssignment",
        "Id:id:18",
        "PermissionSetId:reference:18",
        "AssigneeId:reference:18",
        "CreatedDate:datetime:0");
    define("NamedCredential", "Id:id:18", "DeveloperName:string:80", "Endpoint:string:255");
  }

  private void define(String object, String... described) {
    fields.put(object, new LinkedHashMap<>());
    rows.put(object, new TreeMap<>());
    for (var field : described) {
      var parts = field.split(":");
      add(object, parts[0], parts[1], Integer.parseInt(parts[2]));
    }
  }

  private ObjectNode add(String object, String name, String type, int length) {
    var system = name.equals("Id") || name.equals("CreatedDate");
    var field =
        JSON.createObjectNode()
            .put("name", name)
            .put("type", type)
            .put("length", length)
            .put("createable", !system)
            .put("updateable", !system)
            .put("externalId", false)
            .put("idLookup", name.equals("Id"))
            .put("unique", false);
    of(fields, object).put(name, field);
    return field;
  }

  private void addCustom(String object, String name, JsonNode described) {
    var type =
        switch (described.path("type").asString("")) {
          case "Text" -> "string";
          case "LongTextArea" -> "textarea";
          case "Number" -> "double";
          case "DateTime" -> "datetime";
          case "Lookup" -> "reference";
          default -> throw new IllegalArgumentException("unknown type of " + name);
        };
    add(object, name, type, described.path("length").asInt(type.equals("reference") ? 18 : 0))
        .put("externalId", described.path("externalId").asBoolean(false))
        .put("unique", described.path("unique").asBoolean(false));
  }

  private static <T> Map<String, T> of(Map<String, Map<String, T>> tables, String object) {
    return Optional.ofNullable(tables.get(object))
        .orElseThrow(() -> new Refused(404, "NOT_FOUND", "The requested resource does not exist"));
  }

  /** Changes what the org describes, for a test. */
  public void alter(String object, String field, String property, boolean value) {
    Optional.ofNullable(of(fields, object).get(field)).orElseThrow().put(property, value);
  }

  /** Takes a field away. */
  public void removeField(String object, String field) {
    of(fields, object).remove(field);
  }

  /** Takes an object away. */
  public void removeObject(String object) {
    fields.remove(object);
    rows.remove(object);
  }

  /** Gives a field other letters, large and small. */
  public void rename(String object, String field, String other) {
    var described = of(fields, object).remove(field);
    if (described == null) {
      throw new IllegalArgumentException(field);
    }
    of(fields, object).put(other, described.put("name", other));
  }

  /** Makes less fit into a field. */
  public void shorten(String object, String field, int length) {
    Optional.ofNullable(of(fields, object).get(field)).orElseThrow().put("length", length);
  }

  synchronized JsonNode describe(String object) {
    var described = JSON.createObjectNode().put("name", object);
    var list = described.putArray("fields");
    of(fields, object).values().forEach(list::add);
    return described;
  }

  boolean has(String object) {
    return fields.containsKey(object);
  }

  boolean hasField(String object, String field) {
    return of(fields, object).containsKey(field);
  }

  /** All of an object, oldest first. */
  public synchronized List<ObjectNode> rows(String object) {
    return List.copyOf(of(rows, object).values());
  }

  /** Hides a row from queries, as sharing rules do; a key that it has stays taken. */
  public synchronized void hide(String id) {
    hidden.add(id);
  }

  /** Those that queries find. */
  synchronized List<ObjectNode> visible(String object) {
    return rows(object).stream()
        .filter(row -> !hidden.contains(row.path("Id").asString("")))
        .toList();
  }

  synchronized ObjectNode row(String object, String id) {
    return Optional.ofNullable(of(rows, object).get(id))
        .orElseThrow(
            () ->
                new Refused(
                    404,
                    "NOT_FOUND",
                    "Provided external ID field does not exist or is not accessible"));
  }

  /** Removes a row and what hangs on it. */
  public synchronized void delete(String object, String id) {
    of(rows, object).remove(id);
    for (var children : rows.values()) {
      children
          .values()
          .removeIf(
              row ->
                  id.equals(row.path("ParentId").asString(""))
                      || id.equals(row.path("LinkedEntityId").asString("")));
    }
  }

  /** Creates a row and gives its id. */
  public synchronized String insert(String object, JsonNode values) {
    check(object, null, values);
    var id = "%s%012dAAA".formatted(prefix(object), ++lastId);
    var row =
        JSON.createObjectNode()
            .put("Id", id)
            .put("CreatedDate", Instant.EPOCH.plusSeconds(lastId).toString());
    if (hasField(object, "Name") && object.endsWith("__c")) {
      row.put("Name", "CCA %06d".formatted(lastId));
    }
    row.setAll((ObjectNode) values);
    of(rows, object).put(id, row);
    if (object.equals("ContentVersion")) {
      addDocument(row);
    }
    return id;
  }

  synchronized void update(String object, String id, JsonNode values) {
    var row = row(object, id);
    check(object, id, values);
    row.setAll((ObjectNode) values);
  }

  /** The ids of rows with a value in a field. */
  synchronized List<String> find(String object, String field, String value) {
    if (!hasField(object, field)) {
      throw new Refused(404, "NOT_FOUND", "no field");
    }
    return rows(object).stream()
        .filter(row -> value.equals(row.path(field).asString(null)))
        .map(row -> row.path("Id").stringValue())
        .toList();
  }

  private void addDocument(ObjectNode version) {
    if (version.path("ContentDocumentId").isString()) {
      row("ContentDocument", version.path("ContentDocumentId").stringValue())
          .put("Title", version.path("Title").stringValue());
      return;
    }
    var document =
        insert(
            "ContentDocument",
            JSON.createObjectNode().put("Title", version.path("Title").asString("")));
    version.put("ContentDocumentId", document);
    if (version.path("FirstPublishLocationId").isString()) {
      insert(
          "ContentDocumentLink",
          JSON.createObjectNode()
              .put("ContentDocumentId", document)
              .put("LinkedEntityId", version.path("FirstPublishLocationId").stringValue()));
    }
  }

  private void check(String object, @Nullable String id, JsonNode values) {
    var known = of(fields, object);
    values
        .properties()
        .forEach(
            entry -> {
              var field = known.get(entry.getKey());
              if (field == null) {
                throw new Refused(
                    400,
                    "INVALID_FIELD",
                    "No such column '%s' on sobject of type %s".formatted(entry.getKey(), object));
              }
              if (!field.path(id == null ? "createable" : "updateable").asBoolean()) {
                throw new Refused(
                    400, "INVALID_FIELD_FOR_INSERT_UPDATE", "not writeable", entry.getKey());
              }
              checkValue(entry.getKey(), field, entry.getValue());
              checkUnique(object, id, field, entry.getValue());
            });
    var refused = refusedValue;
    if (refused != null
        && values.valueStream().anyMatch(value -> refused.equals(value.asString("")))) {
      throw new Refused(
          400,
          "FIELD_CUSTOM_VALIDATION_EXCEPTION",
          "We do not take " + refused,
          "RecordingPath__c");
    }
    require(object, id, values, "Attachment", "ParentId", "Name", "Body");
    require(object, id, values, "ContentVersion", "PathOnClient", "VersionData");
  }

  /** Like a validation rule that refuses every record with this text in a field; null for none. */
  public void refuse(@Nullable String value) {
    refusedValue = value;
  }

  private static void require(
      String object, @Nullable String id, JsonNode values, String of, String... names) {
    for (var name : names) {
      if (object.equals(of) && id == null && !values.hasNonNull(name)) {
        throw new Refused(400, "REQUIRED_FIELD_MISSING", "Required fields are missing", name);
      }
    }
  }

  private void checkUnique(String object, @Nullable String id, ObjectNode field, JsonNode value) {
    var name = field.path("name").stringValue();
    if (field.path("unique").asBoolean()
        && value.isString()
        && find(object, name, value.stringValue()).stream().anyMatch(other -> !other.equals(id))) {
      throw new Refused(400, "DUPLICATE_VALUE", "duplicate value found", name);
    }
  }

  private static void checkValue(String name, ObjectNode field, JsonNode value) {
    if (value.isNull()) {
      return;
    }
    switch (field.path("type").stringValue()) {
      case "double" -> {
        if (!value.isNumber()) {
          throw new Refused(400, "INVALID_TYPE_ON_FIELD_IN_RECORD", "not a number", name);
        }
      }
      case "datetime" -> checkTime(name, value);
      case "reference", "id" -> {
        if (!value.isString() || !value.stringValue().matches("[A-Za-z0-9]{15}([A-Za-z0-9]{3})?")) {
          throw new Refused(400, "MALFORMED_ID", "id value of incorrect type", name);
        }
      }
      default -> {
        if (!value.isString()) {
          throw new Refused(400, "JSON_PARSER_ERROR", "Cannot deserialize instance of string");
        }
        var most = field.path("length").intValue();
        if (most > 0
            && value.stringValue().codePointCount(0, value.stringValue().length()) > most) {
          throw new Refused(400, "STRING_TOO_LONG", "data value too large", name);
        }
      }
    }
  }

  private static void checkTime(String name, JsonNode value) {
    try {
      OffsetDateTime.parse(value.asString(""));
    } catch (DateTimeParseException e) {
      throw new Refused(400, "JSON_PARSER_ERROR", "Cannot deserialize instance of datetime", name);
    }
  }

  private static String prefix(String object) {
    return switch (object) {
      case "Attachment" -> "00P";
      case "ContentVersion" -> "068";
      case "ContentDocument" -> "069";
      case "ContentDocumentLink" -> "06A";
      case "Contact" -> "003";
      case "Case" -> "500";
      case "PermissionSet" -> "0PS";
      case "PermissionSetAssignment" -> "0Pa";
      default -> object.contains("ContactTraceRecord") ? "a01" : "a00";
    };
  }
}
