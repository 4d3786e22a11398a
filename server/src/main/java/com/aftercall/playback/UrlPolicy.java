package com.aftercall.playback;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a signed URL allows, as CloudFront writes it.
 *
 * @param resource the URL; in a custom policy {@code *} stands for any characters and {@code ?} for
 *     one
 * @param endsAt exclusive, whole seconds
 * @param beginsAt inclusive, whole seconds, or null for always
 * @param sourceAddresses an address or a range in CIDR form, or null for anybody
 */
record UrlPolicy(
    String resource, Instant endsAt, @Nullable Instant beginsAt, @Nullable String sourceAddresses) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** As a canned policy has it: this URL until then. */
  static UrlPolicy canned(String url, Instant endsAt) {
    return new UrlPolicy(url, endsAt, null, null);
  }

  /** Without white space and in the order of AWS's signers; the signature is over these bytes. */
  String json() {
    var conditions =
        new StringBuilder(
            "{\"DateLessThan\":{\"AWS:EpochTime\":%d}".formatted(endsAt.getEpochSecond()));
    if (sourceAddresses != null) {
      conditions.append(
          ",\"IpAddress\":{\"AWS:SourceIp\":%s}"
              .formatted(JSON.writeValueAsString(sourceAddresses)));
    }
    if (beginsAt != null) {
      conditions.append(
          ",\"DateGreaterThan\":{\"AWS:EpochTime\":%d}".formatted(beginsAt.getEpochSecond()));
    }
    return "{\"Statement\":[{\"Resource\":%s,\"Condition\":%s}}]}"
        .formatted(JSON.writeValueAsString(resource), conditions);
  }

  /**
   * Reads a custom policy; empty if it is none that CloudFront would take: exactly one statement
   * with an end, and nothing in it that we would pass over.
   */
  static Optional<UrlPolicy> parse(String json) {
    try {
      var statements = JSON.readTree(json).path("Statement");
      var statement = statements.path(0);
      var conditions = statement.path("Condition");
      if (statements.size() != 1
          || !onlyHas(statement, "Resource|Condition")
          || !onlyHas(conditions, "DateLessThan|DateGreaterThan|IpAddress")) {
        return Optional.empty();
      }
      var end = time(conditions.path("DateLessThan"));
      var begin = time(conditions.path("DateGreaterThan"));
      var addresses = conditions.path("IpAddress").path("AWS:SourceIp");
      if (end.isEmpty()
          || (conditions.has("DateGreaterThan") && begin.isEmpty())
          || (conditions.has("IpAddress") && !addresses.isString())) {
        return Optional.empty();
      }
      return Optional.of(
          new UrlPolicy(
              statement.path("Resource").asString("*"),
              Instant.ofEpochSecond(end.getAsLong()),
              begin.isPresent() ? Instant.ofEpochSecond(begin.getAsLong()) : null,
              addresses.isString() ? addresses.asString() : null));
    } catch (JacksonException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean onlyHas(JsonNode node, String names) {
    return node.isObject()
        && node.properties().stream().allMatch(entry -> entry.getKey().matches(names));
  }

  private static OptionalLong time(JsonNode condition) {
    var seconds = condition.path("AWS:EpochTime");
    return seconds.canConvertToLong() && seconds.isIntegralNumber()
        ? OptionalLong.of(seconds.asLong())
        : OptionalLong.empty();
  }

  /** Whether it is about a URL. */
  boolean covers(String url) {
    var pattern = new StringBuilder();
    for (var part : resource.splitWithDelimiters("[*?]", 0)) {
      pattern.append(
          switch (part) {
            case "*" -> ".*";
            case "?" -> ".";
            default -> Pattern.quote(part);
          });
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(url).matches();
  }

  /** Leaves the URL out. */
  @Override
  public String toString() {
    return "UrlPolicy[until %s]".formatted(endsAt);
  }
}
