package com.aftercall.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** When something ends, as people say it: after a while, on a day, or at a time. */
final class Expiry {

  private static final Pattern WHILE = Pattern.compile("(\\d{1,5})([hdw])");

  private Expiry() {}

  /**
   * The end that is meant.
   *
   * @param text such as {@code 12h}, {@code 30d}, {@code 8w}, {@code 2027-01-31}, which begins in
   *     UTC, or {@code 2027-01-31T12:00:00Z}
   * @throws IllegalArgumentException if it is none of these, or over; the message says which
   */
  static Instant of(String text, Instant now) {
    var end = parse(text, now);
    if (!end.isAfter(now)) {
      throw new IllegalArgumentException("%s is over already".formatted(text));
    }
    return end;
  }

  private static Instant parse(String text, Instant now) {
    var matcher = WHILE.matcher(text);
    if (matcher.matches()) {
      var number = Integer.parseInt(matcher.group(1));
      return now.plus(
          switch (matcher.group(2)) {
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7L * number);
          });
    }
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s is no end; write it like 12h, 30d, 8w, 2027-01-31 or 2027-01-31T12:00:00Z"
              .formatted(text),
          e);
    }
  }
}
