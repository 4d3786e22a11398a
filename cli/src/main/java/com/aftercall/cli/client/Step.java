package com.aftercall.cli.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One station of a contact.
 *
 * @param name as the interface names it, such as {@code keyPhrases}
 * @param progress [0, 1] while running, if the step can tell
 * @param message what was done, or why not
 * @param next what happens next
 * @param nextAt when it is tried again
 */
public record Step(
    String name,
    ContactState state,
    @Nullable Integer attempts,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Double progress,
    @Nullable String message,
    @Nullable String next,
    @Nullable Instant nextAt) {

  /** The name in words: {@code key phrases}. */
  public String words() {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
  }
}
