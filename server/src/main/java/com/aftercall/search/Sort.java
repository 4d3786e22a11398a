package com.aftercall.search;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a list can be sorted by. Contacts of the same value follow each other by number; those
 * without a value come last, whatever the order.
 */
public enum Sort {
  /** The order in which records first came. */
  ARRIVAL("arrival", "c.number", "bigint"),
  /** When the contact began. */
  STARTED("started", "c.initiated_at", "timestamptz"),
  /** Of the recording. */
  DURATION("duration", "c.duration_millis", "bigint"),
  /** By user name. */
  AGENT("agent", "c.agent", "text"),
  /** By name. */
  QUEUE("queue", "c.queue", "text"),
  /** The customer's, from negative over mixed and neutral to positive. */
  SENTIMENT(
      "sentiment",
      "array_position(array['NEGATIVE', 'MIXED', 'NEUTRAL', 'POSITIVE'], c.sentiment)",
      "integer"),
  /** The agent's share of what is said. */
  AGENT_TALK("agentTalk", "c.agent_talk_share", "real"),
  /** Share of the recording in which nobody speaks. */
  SILENCE("silence", "c.silence_share", "real");

  private final String label;
  private final String sql;
  private final String type;

  Sort(String label, String sql, String type) {
    this.label = label;
    this.sql = sql;
    this.type = type;
  }

  /** The name used in the API. */
  public String label() {
    return label;
  }

  /** The value of contact {@code c}. */
  String sql() {
    return sql;
  }

  /** PostgreSQL's name for the values. */
  String type() {
    return type;
  }

  /** The order with this label; throws {@link InvalidQuery} for others. */
  public static Sort ofLabel(String label) {
    return Arrays.stream(values())
        .filter(sort -> sort.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidQuery(
                    "sort is '%s'; it can be %s"
                        .formatted(
                            label,
                            Arrays.stream(values())
                                .map(Sort::label)
                                .collect(Collectors.joining(", ")))));
  }
}
