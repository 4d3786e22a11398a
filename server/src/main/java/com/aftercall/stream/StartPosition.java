package com.aftercall.stream;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream is begun when nobody has read it before; afterwards what was noted counts.
 *
 * @param kind end, beginning, or a time
 * @param from the time, for that kind alone
 */
public record StartPosition(Kind kind, @Nullable Instant from) {

  /** End, beginning, or a time. */
  public enum Kind {
    /** With what comes from now on. */
    LATEST,
    /** With the oldest that the stream still has. */
    OLDEST,
    /** With what came at a time or later. */
    TIME
  }

  /**
   * Reads {@code latest}, {@code trim-horizon} (also {@code earliest}) or a time such as {@code
   * 2026-11-20T00:00:00Z}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static StartPosition parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT).replace('_', '-')) {
      case "latest" -> new StartPosition(Kind.LATEST, null);
      case "trim-horizon", "earliest" -> new StartPosition(Kind.OLDEST, null);
      default -> new StartPosition(Kind.TIME, time(text.strip()));
    };
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' is no start of a stream; write latest, trim-horizon or a time such as 2026-11-20T00:00:00Z"
              .formatted(text),
          e);
    }
  }
}
