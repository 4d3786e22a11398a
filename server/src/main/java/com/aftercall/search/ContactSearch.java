package com.aftercall.search;

import com.aftercall.contact.ContactId;
import com.aftercall.search.Cursor.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds contacts. */
@Component
public class ContactSearch {

  private final SearchDatabase database;
  private final Hits hits;

  ContactSearch(SearchDatabase database, Hits hits) {
    this.database = database;
    this.hits = hits;
  }

  /**
   * A page of a list.
   *
   * @param sort by what
   * @param descending the highest, latest or last in the alphabet first
   * @param limit at most so many, at least one
   * @param cursor of the page before, or null for the first
   */
  public record PageRequest(Sort sort, boolean descending, int limit, @Nullable String cursor) {}

  /**
   * One page.
   *
   * @param items in order
   * @param next where the next one begins, or null if there is none
   */
  public record Page(List<ContactSummary> items, @Nullable String next) {}

  /**
   * How many contacts a filter leaves.
   *
   * @param count at most {@value #MOST_COUNTED}
   * @param more whether there are more than that
   */
  public record Count(long count, boolean more) {

    /** Beyond, nobody needs to know exactly, and counting takes long. */
    static final int MOST_COUNTED = 10_000;
  }

  /** The contacts that a filter leaves; throws {@link InvalidQuery} if the cursor is no good. */
  public Page page(ContactFilter filter, PageRequest request) {
    var order = new Order(request.sort(), request.descending());
    var text = request.cursor();
    var rows =
        rows(filter, order, text == null ? null : Cursor.parse(text, order), request.limit() + 1);
    var shown = rows.size() > request.limit() ? rows.subList(0, request.limit()) : rows;
    return new Page(
        summaries(shown.stream().map(Cursor::number).toList(), filter.words()),
        rows.size() > request.limit() ? shown.getLast().text() : null);
  }

  /** Those that the viewer opened last, the latest first. */
  public List<ContactSummary> recent(ContactFilter filter, String viewer, int limit) {
    var selection =
        database.select(
            filter,
            Condition.onContact(
                "c.contact_id in (select contact_id from contact_view where viewer = ?)", viewer));
    var parameters = new ArrayList<>(selection.parameters());
    parameters.add(viewer);
    parameters.add(limit);
    var numbers =
        database.ask(
            """
                select x.number from (select c.contact_id, c.number from %s) x
                join contact_view v on v.contact_id = x.contact_id and v.viewer = ?
                order by v.viewed_at desc, x.number desc limit ?
                """
                .formatted(selection.sql()),
            parameters,
            (row, index) -> row.getLong(1));
    return summaries(numbers, filter.words());
  }

  /** How many there are. */
  public Count count(ContactFilter filter) {
    var selection = database.select(filter);
    var parameters = new ArrayList<>(selection.parameters());
    parameters.add(Count.MOST_COUNTED + 1);
    long found =
        database
            .ask(
                "select count(*) from (select 1 from %s limit ?) x".formatted(selection.sql()),
                parameters,
                (row, index) -> row.getLong(1))
            .getFirst();
    return new Count(Math.min(found, Count.MOST_COUNTED), found > Count.MOST_COUNTED);
  }

  /** The ids of those that a filter leaves, in the order in which their records first came. */
  public List<ContactId> ids(ContactFilter filter) {
    var selection = database.select(filter);
    return database.ask(
        "select c.contact_id from %s order by c.number".formatted(selection.sql()),
        selection.parameters(),
        (row, number) -> new ContactId(row.getString(1)));
  }

  /**
   * Rows with a value come first and are walked in the index's order; those without follow as a
   * list of their own.
   */
  private List<Cursor> rows(ContactFilter filter, Order order, @Nullable Cursor after, int limit) {
    if (order.sort() == Sort.ARRIVAL) {
      return walk(filter, order, beyondNumber(order, after), limit);
    }
    var column = order.sort().sql();
    var rows = new ArrayList<Cursor>();
    if (after == null || after.value() != null) {
      rows.addAll(walk(filter, order, beyondValue(order, after), limit));
      after = null;
    }
    if (rows.size() < limit) {
      var without = new ArrayList<>(beyondNumber(order, after));
      without.add(Condition.onContact(column + " is null"));
      rows.addAll(walk(filter, order, without, limit - rows.size()));
    }
    return rows;
  }

  private static List<Condition> beyondNumber(Order order, @Nullable Cursor after) {
    return Optional.ofNullable(after)
        .map(
            row ->
                Condition.onContact(
                    order.descending() ? "c.number < ?" : "c.number > ?", row.number()))
        .stream()
        .toList();
  }

  private static List<Condition> beyondValue(Order order, @Nullable Cursor after) {
    var column = order.sort().sql();
    if (after == null || after.value() == null) {
      return List.of(Condition.onContact(column + " is not null"));
    }
    return List.of(
        Condition.onContact(
            "(%s, c.number) %s (cast(? as %s), ?)"
                .formatted(column, order.descending() ? "<" : ">", order.sort().type()),
            after.value(),
            after.number()));
  }

  private List<Cursor> walk(ContactFilter filter, Order order, List<Condition> where, int limit) {
    var selection = database.select(filter, where.toArray(Condition[]::new));
    var column = order.sort().sql();
    var direction = order.descending() ? "desc" : "asc";
    var parameters = new ArrayList<>(selection.parameters());
    parameters.add(limit);
    return database.ask(
        "select c.number, cast(%s as text) as value from %s order by %s %s, c.number %s limit ?"
            .formatted(column, selection.sql(), column, direction, direction),
        parameters,
        (row, number) -> new Cursor(order, row.getString("value"), row.getLong("number")));
  }

  private List<ContactSummary> summaries(List<Long> numbers, @Nullable SearchWords words) {
    Map<Long, List<Hit>> said = words == null ? Map.of() : hits.find(numbers, words);
    Map<Long, ContactSummary> found = new HashMap<>();
    database.ask(
        ContactSummary.SELECT,
        List.of((Object) numbers.toArray(Long[]::new)),
        (row, index) -> {
          var number = row.getLong("number");
          var own = words == null ? null : said.getOrDefault(number, List.of());
          return found.put(number, ContactSummary.of(row, own));
        });
    return numbers.stream().flatMap(number -> Stream.ofNullable(found.get(number))).toList();
  }
}
