package com.aftercall.publication;

import com.aftercall.failure.FailureCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nothing was tried, because it would be in vain: publication is paused, or Salesforce did not
 * answer a moment ago. Counts as no attempt.
 */
public final class PublicationWaits extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Instant until;
  private final transient @Nullable FailureCode code;

  /**
   * Waits.
   *
   * @param until not before this
   * @param code why, if something failed
   * @param sentence why, for the timeline
   */
  public PublicationWaits(Instant until, @Nullable FailureCode code, String sentence) {
    super(sentence, null, false, false);
    this.until = until;
    this.code = code;
  }

  /** When it can go on. */
  public Instant until() {
    return until;
  }

  /** What failed, if anything did. */
  public Optional<FailureCode> code() {
    return Optional.ofNullable(code);
  }

  /** Why, for the timeline. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
