package com.aftercall.failure;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step cannot go on before a time: others are at work for it, have to be waited for, or could not
 * be asked in vain again. No thread waits meanwhile, and it counts as no attempt.
 */
public final class NotYet extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Instant until;
  private final transient @Nullable FailureCode code;

  /**
   * Nothing is wrong.
   *
   * @param until when to ask again at the latest
   * @param sentence what is waited for, for the timeline; fit to be shown
   */
  public NotYet(Instant until, String sentence) {
    this(until, null, sentence);
  }

  /**
   * Something failed, and not because of this contact.
   *
   * @param until when to ask again at the latest
   * @param code what failed; null if nothing did
   * @param sentence what is waited for, for the timeline; fit to be shown
   */
  public NotYet(Instant until, @Nullable FailureCode code, String sentence) {
    super(sentence, null, false, false);
    this.until = until;
    this.code = code;
  }

  /** When to ask again at the latest. */
  public Instant until() {
    return until;
  }

  /** What failed, if anything did. */
  public Optional<FailureCode> code() {
    return Optional.ofNullable(code);
  }

  /** What is waited for. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
