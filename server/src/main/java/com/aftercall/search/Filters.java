package com.aftercall.search;

import static java.util.Map.entry;

import com.aftercall.analysis.Sentiment;
import com.aftercall.contact.ContactState;
import com.aftercall.search.Condition.Table;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What each filter of the API means in SQL. */
final class Filters {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Pattern NAME = Pattern.compile("(?i)\\s*CCA\\s*0*([0-9]{1,18})\\s*");

  private static final Pattern TIME_WITHOUT_ZONE = Pattern.compile("[0-9T:.-]+");

  private static final String ENDS = "reverse(c.customer_digits) like ?";

  /**
   * Looked up first, because PostgreSQL takes one number in two hundred to end so, whatever the
   * digits are, and then walks the list: 17 s among a million, against 0.1 s.
   */
  private static final String ENDS_LOOKED_UP =
      "c.number = any(array(select e.number from contact e where reverse(e.customer_digits) like ?))";

  /** So many numbers end with fewer digits that walking the list finds a page at once. */
  private static final int FEW_DIGITS = 4;

  /** Makes a condition of the filter's name and its values, of which there is at least one. */
  private interface Filter extends BiFunction<String, List<String>, List<Condition>> {}

  private static final Map<String, Filter> FILTERS =
      Map.ofEntries(
          entry("state", (name, values) -> anyOf("c.state", name, values, states())),
          entry("channel", (name, values) -> List.of(Condition.anyOf("c.channel", values))),
          entry("agent", (name, values) -> List.of(Condition.anyOf("c.agent", values))),
          entry("queue", (name, values) -> List.of(Condition.anyOf("c.queue", values))),
          entry("language", (name, values) -> List.of(Condition.anyOf("c.language", values))),
          entry("sentiment", (name, values) -> sentiment(name, values)),
          entry("number", (name, values) -> List.of(number(one(name, values)))),
          entry("from", (name, values) -> bound("c.initiated_at >= ?", time(name, values))),
          entry("to", (name, values) -> bound("c.initiated_at < ?", time(name, values))),
          entry(
              "minDuration",
              (name, values) -> bound("c.duration_millis >= ?", whole(name, values))),
          entry(
              "maxDuration",
              (name, values) -> bound("c.duration_millis <= ?", whole(name, values))),
          entry(
              "minAgentTalk",
              (name, values) -> bound("c.agent_talk_share >= ?", share(name, values))),
          entry(
              "maxAgentTalk",
              (name, values) -> bound("c.agent_talk_share <= ?", share(name, values))),
          entry("minSilence", (name, values) -> bound("c.silence_share >= ?", share(name, values))),
          entry("maxSilence", (name, values) -> bound("c.silence_share <= ?", share(name, values))),
          entry("attribute", (name, values) -> values.stream().map(Filters::attribute).toList()),
          entry(
              "phrase",
              (name, values) -> List.of(found("f.phrases", values.stream().map(Filters::lower)))),
          entry(
              "entity",
              (name, values) -> List.of(found("f.entities", values.stream().map(Filters::entity)))),
          entry("failure", (name, values) -> List.of(failure(values))));

  private Filters() {}

  /** What contacts have to fulfil for this filter; throws {@link InvalidQuery}. */
  static List<Condition> conditions(String name, List<String> values) {
    var filter = FILTERS.get(name);
    if (filter == null) {
      throw new InvalidQuery("there is no filter '%s'".formatted(name));
    }
    if (values.stream().anyMatch(String::isBlank)) {
      throw new InvalidQuery("%s is empty; leave it out or give a value".formatted(name));
    }
    return filter.apply(name, values);
  }

  private static List<Condition> anyOf(
      String column, String name, List<String> values, List<String> known) {
    for (var value : values) {
      if (!known.contains(value)) {
        throw new InvalidQuery(
            "%s is '%s'; it can be %s".formatted(name, value, String.join(", ", known)));
      }
    }
    return List.of(Condition.anyOf(column, values));
  }

  private static List<String> states() {
    return Arrays.stream(ContactState.values()).map(ContactState::label).toList();
  }

  private static List<Condition> sentiment(String name, List<String> values) {
    return anyOf(
        "c.sentiment", name, values, Arrays.stream(Sentiment.values()).map(Enum::name).toList());
  }

  /**
   * A name or a contact id whole; else digits, with which the customer's number begins or ends. An
   * address without digits has to be given as it is.
   */
  private static Condition number(String value) {
    var name = NAME.matcher(value);
    if (name.matches()) {
      return Condition.onContact("c.number = ?", Long.parseLong(name.group(1)));
    }
    var digits = value.replaceAll("[^0-9]", "");
    if (digits.isEmpty() || value.chars().anyMatch(Character::isLetter)) {
      return Condition.onContact(
          "(c.contact_id = ? or c.customer_address = ?)", value.strip(), value.strip());
    }
    return Condition.onContact(
        "(c.contact_id = ? or c.customer_digits like ? or "
            + (digits.length() < FEW_DIGITS ? ENDS : ENDS_LOOKED_UP)
            + ")",
        value.strip(),
        digits + "%",
        new StringBuilder(digits).reverse() + "%");
  }

  private static List<Condition> bound(String sql, Object value) {
    return List.of(Condition.onContact(sql, value));
  }

  private static OffsetDateTime time(String name, List<String> values) {
    var text = one(name, values);
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidQuery(
          TIME_WITHOUT_ZONE.matcher(text).matches()
              ? "%s has no time or no zone; write %s".formatted(name, Instant.EPOCH)
              : "%s is no time; write it as %s".formatted(name, Instant.EPOCH));
    }
  }

  private static Long whole(String name, List<String> values) {
    try {
      return Long.valueOf(one(name, values));
    } catch (NumberFormatException e) {
      throw new InvalidQuery("%s is a whole number of milliseconds".formatted(name));
    }
  }

  private static Float share(String name, List<String> values) {
    try {
      var share = Float.valueOf(one(name, values));
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new InvalidQuery("%s is a share from 0 to 1".formatted(name));
  }

  private static String one(String name, List<String> values) {
    if (values.size() > 1) {
      throw new InvalidQuery("%s is given %d times; give it once".formatted(name, values.size()));
    }
    return values.getFirst();
  }

  /** A key, or a key and its value. */
  private static Condition attribute(String text) {
    var colon = text.indexOf(':');
    return colon < 0
        ? Condition.onContact("c.attributes ?? ?", text)
        : Condition.onContact(
            "c.attributes @> ?::jsonb",
            JSON.writeValueAsString(Map.of(text.substring(0, colon), text.substring(colon + 1))));
  }

  private static Condition found(String column, Stream<String> values) {
    return new Condition(
        Table.FINDING, column + " && ?::text[]", List.of((Object) values.toArray(String[]::new)));
  }

  /** A failure that is over leaves no code with its step. */
  private static Condition failure(List<String> codes) {
    return Condition.onContact(
        "c.contact_id in (select contact_id from step_run where code = any(?))",
        (Object) codes.toArray(String[]::new));
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** {@code TYPE} or {@code TYPE:text}, as {@code contact_finding} has them. */
  static String entity(String text) {
    var colon = text.indexOf(':');
    return colon < 0 ? text : text.substring(0, colon) + lower(text.substring(colon));
  }

  static String names() {
    return FILTERS.keySet().stream().sorted().collect(Collectors.joining(", "));
  }
}
