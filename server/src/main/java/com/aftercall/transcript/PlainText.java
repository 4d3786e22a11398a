package com.aftercall.transcript;

import com.aftercall.contact.Participant;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes turns as lines for people to read, and has what other formats share with that. */
final class PlainText {

  private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}\u0085\u2028\u2029]+");

  private PlainText() {}

  static String write(List<Turn> turns) {
    return turns.stream().map(PlainText::line).collect(Collectors.joining());
  }

  private static String line(Turn turn) {
    return "[%s] %s: %s\n"
        .formatted(clock(turn.begin()), name(turn.participant()), oneLine(turn.text()));
  }

  /** Whole seconds, rounded down, as {@code 01:02:03}; hours may have more digits. */
  private static String clock(Duration time) {
    return "%02d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }

  /** As people write it at the begin of a line. */
  static String name(Participant participant) {
    return switch (participant) {
      case CUSTOMER -> "Customer";
      case AGENT -> "Agent";
      case UNKNOWN -> "Unknown";
    };
  }

  /**
   * White space and control characters as single spaces, so that no text breaks a format's lines.
   */
  static String oneLine(String text) {
    return BREAKS.matcher(text).replaceAll(" ").strip();
  }
}
