package com.aftercall.pipeline;

import com.aftercall.failure.FailureCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a step that failed in a retryable way is tried again.
 *
 * <p>Waits double from the first one. What depends on others (a recording that is not there yet, a
 * full disk, a store that does not answer) is tried for a set time; anything else a set number of
 * times.
 */
final class RetryPolicy {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final PipelineSettings settings;

  RetryPolicy(PipelineSettings settings) {
    this.settings = settings;
  }

  /**
   * The next attempt.
   *
   * @param code why the last one failed
   * @param attempts how many there were, 1 or more
   * @param firstTriedAt start of the first one
   * @param now the time
   * @return empty if it is given up
   */
  Optional<Instant> next(FailureCode code, int attempts, Instant firstTriedAt, Instant now) {
    var next = now.plus(wait(attempts));
    var giveUpAt =
        switch (code) {
          case RECORDING_NOT_FOUND, CONTACT_LENS_NOT_FOUND ->
              firstTriedAt.plus(settings.recordingWait());
          case STORAGE_UNAVAILABLE,
              STORAGE_DENIED,
              STORAGE_FULL,
              DATABASE_UNAVAILABLE,
              STREAM_UNAVAILABLE,
              AWS_UNAVAILABLE ->
              firstTriedAt.plus(settings.outageWait());
          case CREDENTIALS_UNAVAILABLE,
              SALESFORCE_UNAVAILABLE,
              SALESFORCE_LIMIT_REACHED,
              SALESFORCE_LOGIN_REFUSED,
              SALESFORCE_SETUP_INCOMPLETE ->
              firstTriedAt.plus(settings.publicationWait());
          default -> attempts < settings.attempts() ? Instant.MAX : now;
        };
    return next.isAfter(giveUpAt) ? Optional.empty() : Optional.of(next);
  }

  private Duration wait(int attempts) {
    var doubled = settings.firstWait().multipliedBy(1L << Math.min(attempts - 1, 20));
    return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
  }
}
