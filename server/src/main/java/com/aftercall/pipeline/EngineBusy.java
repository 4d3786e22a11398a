package com.aftercall.pipeline;

import java.time.Instant;

/** All engines of this node are at work; the contact has a place in the line. */
final class EngineBusy extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Instant until;
  private final int before;

  EngineBusy(Instant until, int before) {
    this.until = until;
    this.before = before;
  }

  /** Asked again then at the latest; woken earlier when an engine is free. */
  Instant until() {
    return until;
  }

  String sentence() {
    return switch (before) {
      case 0 -> "First in line for a transcription engine.";
      case 1 -> "One contact is before it in the line for a transcription engine.";
      default ->
          "%d contacts are before it in the line for a transcription engine.".formatted(before);
    };
  }
}
