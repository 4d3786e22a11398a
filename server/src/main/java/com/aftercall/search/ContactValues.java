package com.aftercall.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which values filters can be given. */
@Component
public class ContactValues {

  private static final int MOST = 50;

  /** How far back frequencies are counted; a list is about what happens now. */
  private static final int RECENT = 10_000;

  private final SearchDatabase database;

  ContactValues(SearchDatabase database) {
    this.database = database;
  }

  /** What can be asked for. */
  public enum Field {
    /** User names. */
    AGENT,
    /** Names. */
    QUEUE,
    /** Codes. */
    LANGUAGE,
    /** Such as {@code VOICE}. */
    CHANNEL,
    /** Keys; or, behind a key and a colon, its values. */
    ATTRIBUTE,
    /** In lower case. */
    PHRASE,
    /** Types; or, behind a type and a colon, texts. */
    ENTITY;

    /** The field with this name; throws {@link InvalidQuery} for others. */
    public static Field ofLabel(String label) {
      return Arrays.stream(values())
          .filter(field -> Filters.lower(field.name()).equals(label))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidQuery(
                      "there are no values of '%s'; there are of %s"
                          .formatted(
                              label,
                              Arrays.stream(values())
                                  .map(field -> Filters.lower(field.name()))
                                  .collect(Collectors.joining(", ")))));
    }
  }

  /** At most 50 that begin so, whatever their case; the most frequent of recent contacts first. */
  public List<String> find(Field field, String prefix) {
    return switch (field) {
      case AGENT -> all("agent", prefix);
      case QUEUE -> all("queue", prefix);
      case LANGUAGE -> all("language", prefix);
      case CHANNEL -> all("channel", prefix);
      case ATTRIBUTE -> attributes(prefix);
      case PHRASE -> frequent("p", joined("f.phrases", "p"), prefix);
      case ENTITY -> entities(prefix);
    };
  }

  private List<String> attributes(String prefix) {
    return prefix.contains(":")
        ? frequent("a.key || ':' || a.value", "cross join jsonb_each_text(c.attributes) a", prefix)
        : frequent("a", "cross join jsonb_object_keys(c.attributes) a", prefix);
  }

  /** Types alone until one is chosen: a list of texts would leave the types no room. */
  private List<String> entities(String prefix) {
    return frequent(
        "e",
        joined("f.entities", "e")
            + (prefix.contains(":") ? " where strpos(e, ':') > 0" : " where strpos(e, ':') = 0"),
        prefix);
  }

  private static String joined(String column, String alias) {
    return "join contact_finding f on f.number = c.number cross join unnest(%s) %s"
        .formatted(column, alias);
  }

  private List<String> frequent(String value, String from, String prefix) {
    var sql =
        """
        select value from (
            select %s as value from (
                select number, attributes from contact
                where deleted_at is null order by number desc limit ?) c %s) x
        where lower(value) like ?
        group by value order by count(*) desc, value limit ?
        """
            .formatted(value, from);
    return values(sql, prefix);
  }

  /** Hops from one value to the next in the index, so that rare and old ones are there too. */
  private List<String> all(String column, String prefix) {
    var sql =
        """
        with recursive v(value) as (
            (select min(%1$s) from contact where deleted_at is null)
            union all
            select (select min(%1$s) from contact where %1$s > v.value and deleted_at is null)
            from v where v.value is not null)
        select v.value from v left join (
            select %1$s as value, count(*) as contacts from (
                select number, %1$s from contact where deleted_at is null
                order by number desc limit ?) c group by 1) r on r.value = v.value
        where lower(v.value) like ?
        order by r.contacts desc nulls last, v.value limit ?
        """
            .formatted(column);
    return values(sql, prefix);
  }

  private List<String> values(String sql, String prefix) {
    return database.ask(
        sql, List.of(RECENT, pattern(prefix), MOST), (row, number) -> row.getString(1));
  }

  private static String pattern(String prefix) {
    return Filters.lower(prefix).replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
