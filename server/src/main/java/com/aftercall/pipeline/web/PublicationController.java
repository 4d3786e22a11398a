package com.aftercall.pipeline.web;

import com.aftercall.contact.Switches;
import com.aftercall.pipeline.PublicationQueue;
import com.aftercall.publication.Publications;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/v1/publication}: how the copies in Salesforce are getting on. */
@RestController
@RequestMapping("/api/v1/publication")
class PublicationController {

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
      long waiting,
      long failed,
      long published,
      Publications.@Nullable Trouble trouble,
      Publications.@Nullable Usage apiUsage) {}

  record Pause(@Nullable Boolean paused) {}

  @GetMapping
  Shown show() {
    var standing = publications.standing();
    return new Shown(
        switches.publication(),
        standing.pausedSince(),
        queue.countWaiting(),
        queue.countFailed(),
        standing.published(),
        standing.trouble(),
        standing.apiUsage());
  }

  @PutMapping
  Shown change(@RequestBody Pause change) {
    if (change.paused() == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "paused is true or false.");
    }
    publications.setPaused(change.paused());
    return show();
  }

  @PostMapping("/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, Integer> retry() {
    return Map.of("contacts", queue.retryFailed());
  }
}
