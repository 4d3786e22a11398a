package com.aftercall.pipeline.web;

import com.aftercall.contact.ContactId;
import com.aftercall.contact.Feature;
import com.aftercall.pipeline.ContactRetries;
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

  RetryController(ContactRetries retries) {
    this.retries = retries;
  }

  record Retry(@Nullable String step) {}

  record Channels(@Nullable Boolean swapped) {}

  @PostMapping("/api/v1/contacts/{contactId}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void retry(
      @PathVariable ContactId contactId, @RequestBody(required = false) @Nullable Retry request) {
    check(retries.retry(contactId, step(request == null ? null : request.step())));
  }

  @PutMapping("/api/v1/contacts/{contactId}/channels")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void swap(@PathVariable ContactId contactId, @RequestBody Channels channels) {
    if (channels.swapped() == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "swapped is true or false.");
    }
    check(retries.setSwapped(contactId, channels.swapped()));
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
    }
  }
}
