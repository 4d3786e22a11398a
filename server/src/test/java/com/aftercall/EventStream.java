package com.aftercall;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads server-sent events as a browser does, and remembers them. */
final class EventStream implements AutoCloseable {

  private final Stream<String> lines;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private volatile boolean ended;
  private String name = "message";

  EventStream(Stream<String> lines) {
    this.lines = lines;
    Thread.ofVirtual().start(this::read);
  }

  /** One event as it came. */
  record Event(String name, String data) {

    JsonNode json() {
      return JsonMapper.shared().readTree(data);
    }

    String change() {
      return json().path("change").asString("");
    }

    boolean isOf(String contactId) {
      return json().path("contactId").asString("").equals(contactId);
    }
  }

  private void read() {
    try {
      lines.forEach(this::take);
    } catch (RuntimeException e) {
      // The connection was closed from either side; what came is kept.
    } finally {
      ended = true;
    }
  }

  private void take(String line) {
    if (line.startsWith(":")) {
      comments.add(line.substring(1));
    } else if (line.startsWith("event:")) {
      name = line.substring("event:".length()).strip();
    } else if (line.startsWith("data:")) {
      events.add(new Event(name, line.substring("data:".length()).strip()));
    }
  }

  /** Those that have come until now. */
  List<Event> events() {
    return List.copyOf(events);
  }

  /** The first that fits, as soon as it has come. */
  Event first(String what, Predicate<Event> wanted) {
    await(what)
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> events.stream().anyMatch(wanted));
    return events.stream().filter(wanted).findFirst().orElseThrow();
  }

  /** While much changes at once nothing is named; waits until what others did is over. */
  void awaitQuiet() {
    var counted = new AtomicInteger(-1);
    await("quiet")
        .during(Duration.ofMillis(1500))
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              var now = events.size();
              return counted.getAndSet(now) == now;
            });
  }

  List<String> comments() {
    return List.copyOf(comments);
  }

  boolean hasEnded() {
    return ended;
  }

  void forget() {
    events.clear();
  }

  @Override
  public void close() {
    lines.close();
  }
}
