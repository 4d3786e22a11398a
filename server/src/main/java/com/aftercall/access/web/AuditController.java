package com.aftercall.access.web;

import com.aftercall.access.AuditAction;
import com.aftercall.access.AuditEntry;
import com.aftercall.access.AuditEntry.Result;
import com.aftercall.access.AuditTrail;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/audit}. */
@RestController
class AuditController {

  private static final int MOST = 200;
  private static final List<String> COLUMNS =
      List.of(
          "id", "at", "kind", "who", "name", "what", "result", "contactId", "address", "details");

  /** OWASP, "CSV Injection": a cell that begins so is a formula to a spreadsheet. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private final AuditTrail trail;

  AuditController(AuditTrail trail) {
    this.trail = trail;
  }

  record WhoJson(String kind, @Nullable String id, String name) {}

  record EntryJson(
      String id,
      Instant at,
      WhoJson who,
      String what,
      String result,
      @Nullable String contactId,
      @Nullable String address,
      Map<String, String> details) {

    static EntryJson of(AuditEntry entry) {
      var event = entry.event();
      return new EntryJson(
          Long.toString(entry.number()),
          entry.at(),
          new WhoJson(event.who().kind(), event.who().id(), event.who().name()),
          event.what().label(),
          event.result().label(),
          event.contactId(),
          event.address(),
          new TreeMap<>(event.details()));
    }
  }

  record Page(List<EntryJson> items, @Nullable String next) {}

  @GetMapping("/api/v1/audit")
  Page list(
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable Long cursor) {
    if (limit < 1 || limit > MOST) {
      throw Requests.bad("limit is 1 to %d.".formatted(MOST));
    }
    var found = trail.find(filter(parameters), cursor, limit + 1);
    var shown = found.size() > limit ? found.subList(0, limit) : found;
    return new Page(
        shown.stream().map(EntryJson::of).toList(),
        found.size() > limit ? Long.toString(shown.getLast().number()) : null);
  }

  @GetMapping("/api/v1/audit.csv")
  void export(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
      throws IOException {
    var filter = filter(parameters);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
    try (var csv =
        new CSVPrinter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8),
            CSVFormat.RFC4180)) {
      csv.printRecord(COLUMNS);
      trail.forEach(filter, entry -> print(csv, entry));
    }
  }

  private static void print(CSVPrinter csv, AuditEntry entry) {
    var event = entry.event();
    try {
      csv.printRecord(
          entry.number(),
          entry.at(),
          event.who().kind(),
          harmless(event.who().id()),
          harmless(event.who().name()),
          event.what().label(),
          event.result().label(),
          harmless(event.contactId()),
          event.address(),
          new TreeMap<>(event.details())
              .entrySet().stream()
                  .map(detail -> detail.getKey() + "=" + detail.getValue())
                  .collect(Collectors.joining("; ")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String harmless(@Nullable String text) {
    return text != null && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }

  private static AuditTrail.Filter filter(MultiValueMap<String, String> parameters) {
    return Requests.checked(
        () ->
            new AuditTrail.Filter(
                text(parameters, "who"),
                all(parameters, "what", AuditAction::ofLabel),
                text(parameters, "contactId"),
                all(parameters, "result", Result::ofLabel),
                text(parameters, "address"),
                time(parameters, "from"),
                time(parameters, "to")));
  }

  private static <T> java.util.Set<T> all(
      MultiValueMap<String, String> parameters, String name, Function<String, T> of) {
    return Objects.requireNonNullElse(parameters.get(name), List.<String>of()).stream()
        .map(of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable String text(MultiValueMap<String, String> parameters, String name) {
    var value = parameters.getFirst(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static @Nullable Instant time(MultiValueMap<String, String> parameters, String name) {
    var value = text(parameters, name);
    try {
      return value == null ? null : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s is no time; write it as %s".formatted(name, Instant.EPOCH), e);
    }
  }
}
