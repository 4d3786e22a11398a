package com.aftercall.search;

import com.aftercall.access.Reach;
import com.aftercall.access.Visibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

  /**
   * At most 50 that begin so, whatever their case; the most frequent of recent contacts first.
   *
   * @param visibility of whoever asks: values of other contacts are not there
   */
  public List<String> find(Field field, String prefix, Visibility visibility) {
    var contacts = new Among(visibility.contacts(), visibility.agent());
    var words = new Among(visibility.words(), visibility.agent());
    return switch (field) {
      case AGENT -> values("agent", prefix, contacts);
      case QUEUE -> values("queue", prefix, contacts);
      case LANGUAGE -> values("language", prefix, contacts);
      case CHANNEL -> values("channel", prefix, contacts);
      case ATTRIBUTE -> attributes(prefix, contacts);
      case PHRASE -> frequent("p", joined("f.phrases", "p"), prefix, words);
      case ENTITY -> entities(prefix, words);
    };
  }

  /** Among which contacts values are looked for. */
  private record Among(Reach reach, @Nullable String agent) {

    boolean isNobody() {
      return reach == Reach.NONE || (reach == Reach.OWN && agent == null);
    }
  }

  private List<String> values(String column, String prefix, Among among) {
    return among.reach() == Reach.ALL
        ? all(column, prefix)
        : frequent("c." + column, "", prefix, among);
  }

  private List<String> attributes(String prefix, Among among) {
    return prefix.contains(":")
        ? frequent(
            "a.key || ':' || a.value", "cross join jsonb_each_text(c.attributes) a", prefix, among)
        : frequent("a", "cross join jsonb_object_keys(c.attributes) a", prefix, among);
  }

  /** Types alone until one is chosen: a list of texts would leave the types no room. */
  private List<String> entities(String prefix, Among among) {
    return frequent(
        "e",
        joined("f.entities", "e")
            + (prefix.contains(":") ? " where strpos(e, ':') > 0" : " where strpos(e, ':') = 0"),
        prefix,
        among);
  }

  private static String joined(String column, String alias) {
    return "join contact_finding f on f.number = c.number cross join unnest(%s) %s"
        .formatted(column, alias);
  }

  private List<String> frequent(String value, String from, String prefix, Among among) {
    if (among.isNobody()) {
      return List.of();
    }
    var own = among.reach() == Reach.OWN;
    var sql =
        """
        select value from (
            select %s as value from (
                select number, attributes, agent, queue, language, channel from contact
                where deleted_at is null %s order by number desc limit ?) c %s) x
        where lower(value) like ?
        group by value order by count(*) desc, value limit ?
        """
            .formatted(value, own ? "and agent = ?" : "", from);
    var parameters = new ArrayList<Object>();
    if (own) {
      parameters.add(String.valueOf(among.agent()));
    }
    parameters.addAll(List.of(RECENT, pattern(prefix), MOST));
    return database.ask(sql, parameters, (row, number) -> row.getString(1));
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
    return database.ask(
        sql, List.of(RECENT, pattern(prefix), MOST), (row, number) -> row.getString(1));
  }

  private static String pattern(String prefix) {
    return Filters.lower(prefix).replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
