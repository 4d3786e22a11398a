package com.aftercall.pipeline.web;

import com.aftercall.access.Caller;
import com.aftercall.access.Permission;
import com.aftercall.access.Reach;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.Feature;
import com.aftercall.pipeline.ContactRetries;
import com.aftercall.recording.Recording;
import com.aftercall.recording.Recordings;
import com.aftercall.recording.SourceSwaps;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Running a contact again, and saying who speaks where. */
@RestController
class RetryController {

  private final ContactRetries retries;
  private final Recordings recordings;
  private final SourceSwaps sources;

  RetryController(ContactRetries retries, Recordings recordings, SourceSwaps sources) {
    this.retries = retries;
    this.recordings = recordings;
    this.sources = sources;
  }

  record Retry(@Nullable String step) {}

  record Channels(@Nullable Boolean swapped, @Nullable Boolean wholeSource) {}

  record Source(String source, int others) {}

  @PostMapping("/api/v1/contacts/{contactId}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void retry(
      @PathVariable ContactId contactId, @RequestBody(required = false) @Nullable Retry request) {
    check(retries.retry(contactId, step(request == null ? null : request.step())));
  }

  @PutMapping("/api/v1/contacts/{contactId}/channels")
  Source swap(Caller caller, @PathVariable ContactId contactId, @RequestBody Channels channels) {
    if (Boolean.TRUE.equals(channels.wholeSource())
        && caller.rights().reach(Permission.ANNOTATE) != Reach.ALL) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "This would change contacts of others too; leave wholeSource out.");
    }
    if (channels.swapped() == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "swapped is true or false.");
    }
    var swapped = channels.swapped();
    check(
        Boolean.TRUE.equals(channels.wholeSource())
            ? retries.setSourceSwapped(contactId, swapped)
            : retries.setSwapped(contactId, swapped));
    return recordings
        .find(contactId)
        .map(Recording::source)
        .map(source -> new Source(source, sources.countOthers(source, swapped, contactId)))
        .orElseGet(() -> new Source("", 0));
  }

  private static Optional<Feature> step(@Nullable String label) {
    try {
      return Optional.ofNullable(label).map(Feature::ofLabel);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
  }

  private static void check(ContactRetries.Outcome outcome) {
    switch (outcome) {
      case SCHEDULED -> {}
      case NO_CONTACT ->
          throw new ResponseStatusException(
              HttpStatus.NOT_FOUND, "No record of this contact has come.");
      case AT_WORK ->
          throw new ResponseStatusException(
              HttpStatus.CONFLICT, "This contact is at work now. Wait until its steps have ended.");
      case NO_SOURCE ->
          throw new ResponseStatusException(
              HttpStatus.CONFLICT,
              "This contact has no recording, so there is no source; leave wholeSource out.");
    }
  }
}
