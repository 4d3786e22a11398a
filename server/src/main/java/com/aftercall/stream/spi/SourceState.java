package com.aftercall.stream.spi;

import org.jspecify.annotations.Nullable;

/**
 * What a source does.
 *
 * @param phase in one word
 * @param message what is wrong and what will happen next; null if nothing is wrong
 */
public record SourceState(Phase phase, @Nullable String message) {

  /** In one word. */
  public enum Phase {
    /** Is connecting. */
    STARTING,
    /** Reads. */
    READING,
    /** Cannot read now and tries again. */
    FAILED,
    /** Has ended. */
    STOPPED
  }

  /** Nothing is wrong. */
  public static SourceState of(Phase phase) {
    return new SourceState(phase, null);
  }

  /** It tries again by itself. */
  public static SourceState failed(String message) {
    return new SourceState(Phase.FAILED, message);
  }
}
