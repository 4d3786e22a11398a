package com.aftercall.publication;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/** Times as an org gives them back. */
final class OrgTime {

  /** Salesforce's own form, {@code 2026-03-12T10:09:45.000+0000}, and a record's with {@code Z}. */
  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT);

  private OrgTime() {}

  /** The time in a text, or empty if it is none. */
  static Optional<Instant> read(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, FORM).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
