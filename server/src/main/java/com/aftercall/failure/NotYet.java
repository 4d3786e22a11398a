package com.aftercall.failure;

import java.time.Instant;

/**
 * Nothing is wrong, but a step cannot go on before a time: others are at work for it. No thread
 * waits meanwhile, and it counts as no attempt.
 */
public final class NotYet extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Instant until;

  /**
   * Thrown out of a step.
   *
   * @param until when to ask again at the latest
   * @param sentence for the timeline; fit to be shown
   */
  public NotYet(Instant until, String sentence) {
    super(sentence);
    this.until = until;
  }

  /** When to ask again at the latest. */
  public Instant until() {
    return until;
  }

  /** What is waited for. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
