package com.aftercall.pipeline.web;

import com.aftercall.access.Caller;
import com.aftercall.contact.Switches;
import com.aftercall.pipeline.PublicationQueue;
import com.aftercall.publication.Publications;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/v1/publication}: how the copies in Salesforce are getting on. */
@RestController
@RequestMapping("/api/v1/publication")
class PublicationController {

  private static final int MOST = 200;

  private final Publications publications;
  private final PublicationQueue queue;
  private final Switches switches;

  PublicationController(Publications publications, PublicationQueue queue, Switches switches) {
    this.publications = publications;
    this.queue = queue;
    this.switches = switches;
  }

  record Shown(
      boolean enabled,
      @Nullable Instant pausedSince,
      @Nullable String pausedBy,
      long waiting,
      long failed,
      long published,
      Publications.@Nullable Trouble trouble,
      Publications.@Nullable Usage apiUsage,
      int apiReserve) {}

  record Page(List<PublicationQueue.Entry> items, @Nullable String next) {}

  record Pause(@Nullable Boolean paused) {}

  @GetMapping
  Shown show() {
    var standing = publications.standing();
    return new Shown(
        switches.publication(),
        standing.pausedSince(),
        standing.pausedBy(),
        queue.countWaiting(),
        queue.countFailed(),
        standing.published(),
        standing.trouble(),
        standing.apiUsage(),
        standing.apiReserve());
  }

  @PutMapping
  Shown change(Caller caller, @RequestBody Pause change) {
    if (change.paused() == null) {
      throw refused("paused is true or false.");
    }
    publications.setPaused(change.paused(), caller.displayName());
    return show();
  }

  @GetMapping("/contacts")
  Page list(
      @RequestParam(defaultValue = "failed") String state,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    if (!state.equals("failed") && !state.equals("waiting")) {
      throw refused("state is failed or waiting.");
    }
    if (limit < 1 || limit > MOST) {
      throw refused("A page has 1 to %d contacts.".formatted(MOST));
    }
    try {
      var after = cursor == null ? null : PublicationQueue.Place.parse(cursor);
      var items = queue.list(state.equals("failed"), after, limit);
      return new Page(items, items.size() < limit ? null : items.getLast().place().toString());
    } catch (IllegalArgumentException e) {
      throw refused("cursor is not the next of a page.");
    }
  }

  @PostMapping("/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, Integer> retry() {
    return Map.of("contacts", queue.retryFailed());
  }

  private static ResponseStatusException refused(String why) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
  }
}
