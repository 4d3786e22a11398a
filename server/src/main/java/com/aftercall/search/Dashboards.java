package com.aftercall.search;

import com.aftercall.contact.ContactState;
import com.aftercall.search.SearchDatabase.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sums contacts up. */
@Component
public class Dashboards {

  private static final int MOST_INTERVALS = 400;
  private static final int MOST_NAMES = 20;
  private static final int MOST_FINDINGS = 30;

  /** Counting the phrases of one month takes seconds among a million contacts. */
  private static final int FINDING_CONTACTS = 10_000;

  private final SearchDatabase database;

  Dashboards(SearchDatabase database) {
    this.database = database;
  }

  /** The figures; those contacts without a begin are in all of them but the series. */
  public Dashboard figures(ContactFilter filter, Interval interval, ZoneId zone) {
    var selection = database.select(filter);
    var groups = groups(selection, interval, zone);
    var readable = database.select(filter, filter.readable().toArray(Condition[]::new));
    return new Dashboard(
        groups.total,
        groups.states,
        series(groups.series, interval, zone),
        most(groups.agents),
        most(groups.queues),
        filter.readable().isEmpty()
            ? Math.min(groups.total.contacts(), FINDING_CONTACTS)
            : countReadable(readable),
        filter.hidesWords() ? List.of() : phrases(readable),
        filter.hidesWords() ? List.of() : entities(readable),
        failures(selection));
  }

  /** All tallies in one passage over the contacts. */
  private Groups groups(Selection selection, Interval interval, ZoneId zone) {
    var sql =
        """
        select case grouping(state, agent, queue, bucket)
                when 7 then 'state' when 11 then 'agent' when 13 then 'queue' when 14 then 'series'
                else 'total' end as kind,
            state, agent, queue, bucket, %s
        from (select c.state, c.agent, c.queue, c.sentiment, c.duration_millis, c.agent_talk_share,
                c.silence_share, date_trunc(?, c.initiated_at, ?) as bucket
            from %s) x
        group by grouping sets ((), (state), (agent), (queue), (bucket))
        """
            .formatted(Tally.COLUMNS, selection.sql());
    var parameters = new ArrayList<Object>(List.of(interval.label(), zone.getId()));
    parameters.addAll(selection.parameters());
    var groups = new Groups();
    database.ask(sql, parameters, (row, number) -> groups.add(row));
    return groups;
  }

  /** The rows of one statement, told apart. */
  private static final class Groups {

    private Tally total = Tally.NONE;
    private final Map<String, Long> states = new LinkedHashMap<>();
    private final NavigableMap<Instant, Tally> series = new TreeMap<>();
    private final List<Dashboard.Named> agents = new ArrayList<>();
    private final List<Dashboard.Named> queues = new ArrayList<>();

    Groups() {
      for (var state : ContactState.values()) {
        states.put(state.label(), 0L);
      }
    }

    Tally add(ResultSet row) throws SQLException {
      var tally = Tally.of(row);
      switch (row.getString("kind")) {
        case "state" -> states.put(row.getString("state"), tally.contacts());
        case "agent" -> add(agents, row.getString("agent"), tally);
        case "queue" -> add(queues, row.getString("queue"), tally);
        case "series" -> {
          var begin = row.getTimestamp("bucket");
          if (begin != null) {
            series.put(begin.toInstant(), tally);
          }
        }
        default -> total = tally;
      }
      return tally;
    }

    private static void add(List<Dashboard.Named> names, @Nullable String name, Tally tally) {
      if (name != null) {
        names.add(new Dashboard.Named(name, tally));
      }
    }
  }

  /**
   * From the first interval with contacts to the last; of more than {@value #MOST_INTERVALS}, the
   * newest.
   */
  static List<Dashboard.Part> series(
      NavigableMap<Instant, Tally> tallies, Interval interval, ZoneId zone) {
    var parts = new ArrayList<Dashboard.Part>();
    if (tallies.isEmpty()) {
      return parts;
    }
    var first = interval.begin(tallies.firstKey(), zone);
    var begin = interval.begin(tallies.lastKey(), zone);
    for (;
        !begin.isBefore(first) && parts.size() < MOST_INTERVALS;
        begin = interval.before(begin, zone)) {
      var end = interval.end(begin, zone);
      var inside = tallies.subMap(begin, end).values().stream().findFirst();
      parts.add(new Dashboard.Part(begin, end, inside.orElse(Tally.NONE)));
    }
    return parts.reversed();
  }

  private static List<Dashboard.Named> most(List<Dashboard.Named> names) {
    return names.stream()
        .sorted(
            Comparator.comparingLong((Dashboard.Named named) -> named.tally().contacts())
                .reversed()
                .thenComparing(Dashboard.Named::name))
        .limit(MOST_NAMES)
        .toList();
  }

  private long countReadable(Selection readable) {
    return database
        .ask(
            "select count(*) from (select 1 from %s limit ?) x".formatted(readable.sql()),
            with(readable, FINDING_CONTACTS),
            (row, number) -> row.getLong(1))
        .getFirst();
  }

  private List<Dashboard.Phrase> phrases(Selection selection) {
    var sql =
        """
        select finding, count(*) as contacts from %s
        group by finding order by contacts desc, finding limit ?
        """
            .formatted(ofNewest("phrases", selection));
    return database.ask(
        sql,
        with(selection, MOST_FINDINGS),
        (row, number) -> new Dashboard.Phrase(row.getString("finding"), row.getLong("contacts")));
  }

  private List<Dashboard.Entity> entities(Selection selection) {
    var sql =
        """
        select split_part(finding, ':', 1) as type,
            substr(finding, strpos(finding, ':') + 1) as text, count(*) as contacts
        from %s and strpos(finding, ':') > 0
        group by finding order by contacts desc, finding limit ?
        """
            .formatted(ofNewest("entities", selection));
    return database.ask(
        sql,
        with(selection, MOST_FINDINGS),
        (row, number) ->
            new Dashboard.Entity(
                row.getString("type"), row.getString("text"), row.getLong("contacts")));
  }

  /**
   * Looked up by an array, because PostgreSQL would read the findings of all for a join with so
   * many contacts.
   */
  private static String ofNewest(String column, Selection selection) {
    return """
        contact_finding t
        cross join unnest(t.%s) finding
        where t.number = any(array(
            select c.number from %s order by c.number desc limit %d))
        """
        .formatted(column, selection.sql(), FINDING_CONTACTS);
  }

  private List<Dashboard.Failure> failures(Selection selection) {
    var sql =
        """
        select r.code, r.step, count(*) as contacts
        from (select c.contact_id from %s) x
        join step_run r on r.contact_id = x.contact_id and r.code is not null
        group by r.code, r.step order by contacts desc, r.code, r.step
        """
            .formatted(selection.sql());
    return database.ask(
        sql,
        selection.parameters(),
        (row, number) ->
            new Dashboard.Failure(
                row.getString("code"), row.getString("step"), row.getLong("contacts")));
  }

  private static List<Object> with(Selection selection, Object last) {
    var parameters = new ArrayList<>(selection.parameters());
    parameters.add(last);
    return parameters;
  }
}
