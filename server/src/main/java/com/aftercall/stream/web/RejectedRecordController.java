package com.aftercall.stream.web;

import com.aftercall.stream.RejectedRecord;
import com.aftercall.stream.RejectedRecords;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/v1/rejected-records}. */
@RestController
class RejectedRecordController {

  private static final String PATH = "/api/v1/rejected-records";
  private static final int MOST = 200;

  private final RejectedRecords records;

  RejectedRecordController(RejectedRecords records) {
    this.records = records;
  }

  record Page(List<RejectedRecord> items, long total, @Nullable String next) {}

  record Outcome(boolean taken, @Nullable String reason) {}

  @GetMapping(PATH)
  Page list(@RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MOST) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "A page has 1 to %d records.".formatted(MOST));
    }
    var before = cursor == null ? OptionalLong.empty() : OptionalLong.of(number(cursor));
    var items = records.list(before, limit);
    var total = records.countByStream().values().stream().mapToLong(Long::longValue).sum();
    return new Page(items, total, items.size() < limit ? null : items.getLast().id());
  }

  @GetMapping(PATH + "/{id}/content")
  ResponseEntity<byte[]> content(@PathVariable String id) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("record-" + number(id)).build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(require(id));
  }

  @PostMapping(PATH + "/{id}/retry")
  Outcome retry(@PathVariable String id) {
    var reason = records.retry(number(id), require(id));
    return new Outcome(reason == null, reason);
  }

  @DeleteMapping(PATH + "/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void dismiss(@PathVariable String id) {
    if (!records.dismiss(number(id))) {
      throw missing();
    }
  }

  private byte[] require(String id) {
    return records.content(number(id)).orElseThrow(RejectedRecordController::missing);
  }

  private static long number(String id) {
    if (!id.matches("\\d{1,18}")) {
      throw missing();
    }
    return Long.parseLong(id);
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND,
        "There is no such rejected record; it may have been taken meanwhile.");
  }
}
