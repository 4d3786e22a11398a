package com.aftercall.stream.web;

import com.aftercall.stream.Backfill;
import com.aftercall.stream.Backfills;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/v1/backfills}. */
@RestController
class BackfillController {

  private static final String PATH = "/api/v1/backfills";

  private final Backfills backfills;

  BackfillController(Backfills backfills) {
    this.backfills = backfills;
  }

  record Request(
      @Nullable String bucket,
      @Nullable String prefix,
      @Nullable String from,
      @Nullable String until) {}

  @PostMapping(PATH)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Backfill start(@RequestBody Request request) {
    var bucket = request.bucket() == null ? "" : request.bucket().strip();
    if (bucket.isEmpty() || bucket.length() > 255 || bucket.indexOf('/') >= 0) {
      throw refused("A backfill needs the name of a bucket, without a slash.");
    }
    var prefix = request.prefix() == null ? "" : request.prefix().strip();
    return backfills.start(
        new Backfills.Choice(bucket, prefix, time(request.from()), time(request.until())));
  }

  @GetMapping(PATH)
  Map<String, List<Backfill>> list() {
    return Map.of("items", backfills.latest());
  }

  @GetMapping(PATH + "/{id}")
  Backfill one(@PathVariable String id) {
    return backfills.find(id).orElseThrow(BackfillController::missing);
  }

  @DeleteMapping(PATH + "/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void stop(@PathVariable String id) {
    if (!backfills.stop(id)) {
      throw missing();
    }
  }

  private static @Nullable Instant time(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return Instant.parse(text.strip());
    } catch (DateTimeException e) {
      throw refused("from and until are times such as 2026-11-20T00:00:00Z.");
    }
  }

  private static ResponseStatusException refused(String why) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such backfill at work.");
  }
}
