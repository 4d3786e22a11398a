package com.aftercall.cli.terminal;

import java.time.Duration;
import java.util.Locale;

/** Texts as a terminal measures and cuts them, and numbers as people read them. */
public final class Text {

  private static final char ESCAPE = '\u001b';

  private Text() {}

  /** How many columns the text takes; colour codes take none. */
  public static int width(String text) {
    var width = 0;
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ESCAPE) {
        i = endOfCode(text, i);
      } else if (!Character.isLowSurrogate(text.charAt(i))) {
        width++;
      }
    }
    return width;
  }

  /** The text cut to that many columns, colours closed; unchanged if it fits. */
  public static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    var cut = new StringBuilder();
    var width = 0;
    for (var i = 0; i < text.length() && width < columns - 1; i++) {
      if (text.charAt(i) == ESCAPE) {
        var end = endOfCode(text, i);
        cut.append(text, i, end + 1);
        i = end;
      } else {
        cut.append(text.charAt(i));
        width++;
      }
    }
    return cut + "…" + (text.indexOf(ESCAPE) >= 0 ? ESCAPE + "[0m" : "");
  }

  /** The text with spaces after it up to that many columns. */
  public static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /** The text with spaces before it up to that many columns. */
  public static String padLeft(String text, int columns) {
    return " ".repeat(Math.max(0, columns - width(text))) + text;
  }

  /** A length of audio: {@code 1:07}, {@code 1:02:03}. */
  public static String clock(Duration duration) {
    var minutes = duration.toMinutesPart();
    var seconds = duration.toSecondsPart();
    return duration.toHours() > 0
        ? String.format(Locale.ROOT, "%d:%02d:%02d", duration.toHours(), minutes, seconds)
        : String.format(Locale.ROOT, "%d:%02d", minutes, seconds);
  }

  /**
   * How long something took: {@code 0.3 s}, {@code 12.4 s}, {@code 3 min 20 s}, {@code 2 h 5 min}.
   */
  public static String took(Duration duration) {
    if (duration.toMinutes() < 1) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
    return duration.toHours() < 1
        ? "%d min %d s".formatted(duration.toMinutesPart(), duration.toSecondsPart())
        : "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
  }

  /** A number of bytes: {@code 900 B}, {@code 1.5 kB}, {@code 12.3 MB}; powers of ten. */
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    var value = (double) bytes;
    var unit = -1;
    while (value >= 999.95 && unit < 3) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %sB", value, "kMGT".charAt(unit));
  }

  /** {@code 1,234,567}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 1 record}, {@code 2,000 records}. */
  public static String count(long count, String one) {
    return count(count) + " " + one + (count == 1 ? "" : "s");
  }

  private static int endOfCode(String text, int begin) {
    var end = text.indexOf('m', begin);
    return end < 0 ? text.length() - 1 : end;
  }
}
