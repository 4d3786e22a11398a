package com.aftercall.contact;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What contact flows really set, by the newest contacts. */
@Component
public class SeenAttributes {

  /** Enough to tell, and read in an instant. */
  public static final int NEWEST = 2_000;

  private final JdbcClient jdbc;

  SeenAttributes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How many of the {@link #NEWEST} contacts that ask for a transcript have which value.
   *
   * @return by value without white space around it; empty text for those without the attribute
   */
  public Map<String, Long> valuesOfTranscribed(String key) {
    var counts = new TreeMap<String, Long>();
    jdbc.sql(
            """
            select trim(coalesce(attributes ->> ?, '')) as value, count(*) as contacts
            from (select attributes, plan from contact where deleted_at is null
                order by number desc limit ?) newest
            where (plan -> 'requested' ->> 'transcription')::boolean
            group by 1
            """)
        .params(key, NEWEST)
        .query((row, number) -> counts.put(row.getString(1), row.getLong(2)))
        .list();
    return counts;
  }
}
