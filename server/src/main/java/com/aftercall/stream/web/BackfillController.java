package com.aftercall.stream.web;

import com.aftercall.stream.Backfill;
import com.aftercall.stream.Backfill.Source;
import com.aftercall.stream.Backfills;
import com.aftercall.stream.Streams;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
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
  private final Streams streams;
  private final InstantSource clock;

  BackfillController(Backfills backfills, Streams streams, InstantSource clock) {
    this.backfills = backfills;
    this.streams = streams;
    this.clock = clock;
  }

  record Request(
      @Nullable String bucket,
      @Nullable String prefix,
      @Nullable String stream,
      @Nullable String from,
      @Nullable String until) {}

  record View(
      String id,
      @Nullable String bucket,
      @Nullable String prefix,
      @Nullable String stream,
      @Nullable Instant from,
      @Nullable Instant until,
      String state,
      @Nullable String place,
      long files,
      long partitions,
      long partitionsRead,
      @Nullable Instant reachedAt,
      long accepted,
      long redelivered,
      long rejected,
      @Nullable String message,
      Instant createdAt,
      Instant changedAt) {

    static View of(Backfill backfill) {
      var bucket = backfill.source() instanceof Source.Bucket files ? files : null;
      return new View(
          backfill.id(),
          bucket == null ? null : bucket.name(),
          bucket == null ? null : bucket.prefix(),
          bucket == null ? backfill.source().stream() : null,
          backfill.from(),
          backfill.until(),
          backfill.state(),
          backfill.place(),
          backfill.files(),
          backfill.partitions(),
          backfill.partitionsRead(),
          backfill.reachedAt(),
          backfill.taken().accepted(),
          backfill.taken().redelivered(),
          backfill.taken().rejected(),
          backfill.message(),
          backfill.createdAt(),
          backfill.changedAt());
    }
  }

  @PostMapping(PATH)
  @ResponseStatus(HttpStatus.ACCEPTED)
  View start(@RequestBody Request request) {
    var from = time(request.from());
    var until = time(request.until());
    if (from != null && until != null && !from.isBefore(until)) {
      throw refused("from has to be before until.");
    }
    var bucket = stripped(request.bucket());
    var stream = stripped(request.stream());
    if (bucket.isEmpty() == stream.isEmpty()) {
      throw refused("A backfill needs the name of a bucket or that of a stream.");
    }
    var source =
        stream.isEmpty()
            ? files(bucket, stripped(request.prefix()))
            : past(stream, stripped(request.prefix()), from);
    return View.of(backfills.start(source, from, until));
  }

  private static Source files(String bucket, String prefix) {
    if (bucket.length() > 255 || bucket.indexOf('/') >= 0) {
      throw refused("The name of a bucket has at most 255 characters and no slash.");
    }
    return new Source.Bucket(bucket, prefix);
  }

  private Source past(String stream, String prefix, @Nullable Instant from) {
    if (!prefix.isEmpty()) {
      throw refused("A stream has no prefix.");
    }
    if (from != null && from.isAfter(clock.instant())) {
      throw refused("from has to be a time that is over: what comes later is read anyway.");
    }
    try {
      streams.history(stream);
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
    return new Source.Past(stream);
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  @GetMapping(PATH)
  Map<String, List<View>> list() {
    return Map.of("items", backfills.latest().stream().map(View::of).toList());
  }

  @GetMapping(PATH + "/{id}")
  View one(@PathVariable String id) {
    return backfills.find(id).map(View::of).orElseThrow(BackfillController::missing);
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
