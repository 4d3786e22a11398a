package com.aftercall.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Figures over the contacts that a filter leaves; the fields are those of {@code openapi.yaml}.
 *
 * @param total of all of them
 * @param states how many are in each
 * @param series by time, intervals without contacts included
 * @param agents those with the most contacts
 * @param queues likewise
 * @param findingContacts among how many of them, the newest, phrases and entities are counted
 * @param phrases those in the most of these contacts
 * @param entities likewise
 * @param failures what failed, by step
 */
public record Dashboard(
    Tally total,
    Map<String, Long> states,
    List<Part> series,
    List<Named> agents,
    List<Named> queues,
    long findingContacts,
    List<Phrase> phrases,
    List<Entity> entities,
    List<Failure> failures) {

  /** Takes copies of the lists. */
  public Dashboard {
    series = List.copyOf(series);
    agents = List.copyOf(agents);
    queues = List.copyOf(queues);
    phrases = List.copyOf(phrases);
    entities = List.copyOf(entities);
    failures = List.copyOf(failures);
  }

  /** One interval, from begin inclusive to end exclusive. */
  public record Part(Instant begin, Instant end, @JsonUnwrapped Tally tally) {}

  /** An agent or a queue. */
  public record Named(String name, @JsonUnwrapped Tally tally) {}

  /** In how many contacts a phrase is said. */
  public record Phrase(String text, long contacts) {

    @Override
    public String toString() {
      return "Phrase[%d contacts]".formatted(contacts);
    }
  }

  /** In how many contacts a custom entity is named. */
  public record Entity(String type, String text, long contacts) {

    @Override
    public String toString() {
      return "Entity[%s, %d contacts]".formatted(type, contacts);
    }
  }

  /** How many contacts have a step that failed so, or waits to be tried again after it. */
  public record Failure(String code, String step, long contacts) {}
}
