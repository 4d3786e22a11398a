package com.aftercall.publication.salesforce;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field as the org describes it.
 *
 * @param name in the org's own letters, large and small
 * @param type such as {@code string}, {@code textarea}, {@code double}, {@code datetime}
 * @param length how many characters fit; 0 where it does not matter
 * @param isWritable whether we may set it at creation and later
 * @param isKey whether a record can be found by its value alone
 */
public record OrgField(String name, String type, int length, boolean isWritable, boolean isKey) {

  static OrgField of(JsonNode field) {
    return new OrgField(
        field.path("name").asString(""),
        field.path("type").asString(""),
        field.path("length").asInt(0),
        field.path("createable").asBoolean(false) && field.path("updateable").asBoolean(false),
        field.path("externalId").asBoolean(false));
  }

  /** The value as this type of field takes it; text that is too long is cut. */
  public @Nullable Object fit(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (type) {
      case "double", "int", "currency", "percent", "long" -> number(value);
      case "boolean" -> value instanceof Boolean ? value : Boolean.valueOf(value.toString());
      case "date" -> cut(value.toString(), 10);
      case "datetime", "id", "reference" -> value.toString().isEmpty() ? null : value.toString();
      default -> length > 0 ? cut(value.toString(), length) : value.toString();
    };
  }

  /** Whether {@link #fit} loses something of it. */
  public boolean isCut(@Nullable Object value) {
    return value instanceof String text
        && length > 0
        && !type.matches("double|int|currency|percent|long|boolean|date|datetime|id|reference")
        && text.codePointCount(0, text.length()) > length;
  }

  private static @Nullable Object number(Object value) {
    if (value instanceof Number) {
      return value;
    }
    try {
      return Double.valueOf(value.toString().strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }
}
