package com.aftercall.publication.salesforce;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An object as the org describes it.
 *
 * @param name in the org's own letters
 * @param fields by name in lower case
 */
public record OrgObject(String name, Map<String, OrgField> fields) {

  /** Takes a copy. */
  public OrgObject {
    fields = Map.copyOf(fields);
  }

  static OrgObject of(JsonNode described) {
    Map<String, OrgField> fields = new HashMap<>();
    for (var field : described.path("fields")) {
      var read = OrgField.of(field);
      fields.put(read.name().toLowerCase(Locale.ROOT), read);
    }
    return new OrgObject(described.path("name").asString(""), fields);
  }

  /** The field of this name, whatever its letters' case. */
  public Optional<OrgField> field(String fieldName) {
    return Optional.ofNullable(fields.get(fieldName.toLowerCase(Locale.ROOT)));
  }
}
