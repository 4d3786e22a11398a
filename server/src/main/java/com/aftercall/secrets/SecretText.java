package com.aftercall.secrets;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the text of a secret: a JSON object, as the console of Secrets Manager stores its key/value
 * pairs, or one {@code Name=value} a line, where a value may go on over further lines.
 */
public final class SecretText {

  // A key pasted into the JSON by hand keeps its line breaks, which strict JSON forbids.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private static final Pattern PAIR = Pattern.compile("\\s*([A-Za-z]+)\\s*[=:]\\s?(.*)");

  private SecretText() {}

  /**
   * The fields we know; others are left alone.
   *
   * @throws IllegalArgumentException if it has none of them; the message quotes nothing
   */
  public static SalesforceCredentials parse(String text) {
    var plain = text.replace("\uFEFF", "").strip();
    var fields = plain.startsWith("{") ? json(plain) : pairs(plain);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException(
          "it has none of the fields Password, AccessToken, ConsumerKey, ConsumerSecret, AuthToken,"
              + " CloudFrontPrivateKey and CloudFrontAccessKeyID");
    }
    return new SalesforceCredentials(fields);
  }

  /** The same as JSON, for a file of ours. */
  public static String write(SalesforceCredentials credentials) {
    var json = JSON.createObjectNode();
    for (var field : CredentialField.values()) {
      credentials.find(field).ifPresent(value -> json.put(field.fieldName(), value));
    }
    return JSON.writeValueAsString(json);
  }

  private static Map<CredentialField, String> json(String text) {
    Map<CredentialField, String> fields = new EnumMap<>(CredentialField.class);
    try {
      for (var entry : JSON.readTree(text).properties()) {
        CredentialField.of(entry.getKey())
            .ifPresent(field -> value(entry.getValue()).ifPresent(v -> fields.put(field, v)));
      }
    } catch (JacksonException e) {
      // Without the cause: Jackson's message may quote what stands there.
      throw new IllegalArgumentException(
          "it begins like JSON and is none, near line %d"
              .formatted(e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
    }
    return fields;
  }

  private static Optional<String> value(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? Optional.of(node.asString()) : Optional.empty();
  }

  private static Map<CredentialField, String> pairs(String text) {
    Map<CredentialField, String> fields = new EnumMap<>(CredentialField.class);
    @Nullable CredentialField current = null;
    for (var line : text.lines().toList()) {
      var pair = PAIR.matcher(line);
      var begun =
          pair.matches() ? CredentialField.of(pair.group(1)) : Optional.<CredentialField>empty();
      if (begun.isPresent()) {
        current = begun.get();
        fields.put(current, pair.group(2).strip());
      } else if (current != null) {
        fields.merge(current, line, (before, more) -> before + "\n" + more);
      }
    }
    fields.replaceAll((field, value) -> unquoted(value.strip()));
    return fields;
  }

  private static String unquoted(String value) {
    var quoted =
        value.length() > 1
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
