package com.aftercall.transcript.imported;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code Transcript} of an Amazon Connect chat, as Connect puts it in its bucket and as
 * its API {@code GetTranscript} answers.
 *
 * <p>Source: Amazon Connect Participant Service API, type Item. Times count from the first entry of
 * any kind; a message has no length, so all its words begin and end when it was sent.
 */
final class ConnectChat {

  private static final int CUSTOMER = 0;
  private static final int AGENT = 1;
  private static final int OTHERS = 2;

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> leftOut = new HashMap<>();
  private @Nullable Instant first;
  private final ContactLensTurns spoken;
  private boolean wasRead;

  /** Entries that were spoken, and not written, go to {@code spoken}. */
  ConnectChat(ContactLensTurns spoken) {
    this.spoken = spoken;
  }

  boolean wasRead() {
    return wasRead;
  }

  /** At the value of {@code Transcript}. */
  void read(JsonCursor json) {
    wasRead = true;
    json.array(
        () -> {
          var parts = new Parts();
          json.object(name -> parts.read(name, json));
          add(parts, json);
        });
  }

  private void add(Parts parts, JsonCursor json) {
    if (parts.beginMillis != null) {
      spoken.add(parts.participant, parts.beginMillis, parts.endMillis, parts.content, json);
      return;
    }
    var at = instant(parts.absoluteTime, json);
    first = first == null || at.isBefore(first) ? at : first;
    switch (parts.kind()) {
      case MESSAGE -> entries.add(new Entry(at, parts.channel(), parts.content));
      case SYSTEM -> leftOut.merge("system messages", 1, Integer::sum);
      case ATTACHMENT -> leftOut.merge("attachments", 1, Integer::sum);
      case INTERACTIVE -> leftOut.merge("interactive messages", 1, Integer::sum);
      case EVENT -> leftOut.merge("events", 1, Integer::sum);
    }
  }

  private static Instant instant(@Nullable String text, JsonCursor json) {
    if (text == null) {
      throw json.unreadable("an entry of the chat has no AbsoluteTime");
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException malformed) {
      throw json.unreadable("an AbsoluteTime has a form such as 2026-03-12T10:04:00.000Z");
    }
  }

  FinishedTranscript transcript() {
    var lanes = new Lanes(OTHERS);
    entries.stream().sorted(Comparator.comparing(Entry::at)).forEach(entry -> add(lanes, entry));
    return new FinishedTranscript(
        "Amazon Connect chat", Optional.empty(), lanes.channels(), false, leftOut);
  }

  private void add(Lanes lanes, Entry entry) {
    var time = first == null ? Duration.ZERO : Duration.between(first, entry.at());
    SpokenText.items(entry.text(), time, time).forEach(item -> lanes.add(entry.channel(), item));
  }

  /** What becomes of an entry. */
  private enum Kind {
    MESSAGE,
    SYSTEM,
    ATTACHMENT,
    INTERACTIVE,
    EVENT
  }

  private record Entry(Instant at, int channel, String text) {

    /** Leaves the text out. */
    @Override
    public String toString() {
      return "Entry[%s]".formatted(at);
    }
  }

  private static final class Parts {

    private @Nullable String absoluteTime;
    private String type = "";
    private String contentType = "";
    private String role = "";
    private String content = "";
    private String participant = "";
    private @Nullable Long beginMillis;
    private @Nullable Long endMillis;

    void read(String name, JsonCursor json) {
      switch (name) {
        case "AbsoluteTime" -> absoluteTime = json.text();
        case "Type" -> type = orEmpty(json.text());
        case "ContentType" -> contentType = orEmpty(json.text());
        case "ParticipantRole" -> role = orEmpty(json.text());
        case "Content" -> content = orEmpty(json.text());
        case "ParticipantId" -> participant = orEmpty(json.text());
        case "BeginOffsetMillis" -> beginMillis = json.millis();
        case "EndOffsetMillis" -> endMillis = json.millis();
        default -> json.skip();
      }
    }

    Kind kind() {
      if (type.equals("ATTACHMENT")) {
        return Kind.ATTACHMENT;
      }
      if (!type.equals("MESSAGE")) {
        return Kind.EVENT;
      }
      if (role.equals("SYSTEM") || role.equals("CUSTOM_BOT")) {
        return Kind.SYSTEM;
      }
      return contentType.isEmpty() || contentType.startsWith("text/")
          ? Kind.MESSAGE
          : Kind.INTERACTIVE;
    }

    int channel() {
      return switch (role) {
        case "CUSTOMER" -> CUSTOMER;
        case "AGENT" -> AGENT;
        default -> OTHERS;
      };
    }

    private static String orEmpty(@Nullable String text) {
      return text == null ? "" : text;
    }
  }
}
