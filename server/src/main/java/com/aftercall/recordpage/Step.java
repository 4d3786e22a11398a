package com.aftercall.recordpage;

import com.aftercall.contact.Feature;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One station of a contact's way, as its timeline shows it.
 *
 * @param feature what the step does
 * @param state how far it is
 * @param attempts how often it was begun
 * @param startedAt of the last attempt, or null
 * @param endedAt of the last attempt, or null
 * @param progress [0, 1] while it runs, or null if unknown
 * @param message what was done, or why not, or null
 * @param code a failure code, or null
 * @param next what happens next, one sentence, or null
 * @param nextAt when, or null
 */
public record Step(
    Feature feature,
    State state,
    int attempts,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Double progress,
    @Nullable String message,
    @Nullable String code,
    @Nullable String next,
    @Nullable Instant nextAt) {

  /** How far a step is. */
  public enum State {
    /** Not begun, or to be tried again. */
    WAITING,
    /** At work. */
    RUNNING,
    /** Its product is stored. */
    COMPLETE,
    /** Given up until somebody retries it. */
    FAILED,
    /** Asked for, but it cannot be done; the message says why. */
    SKIPPED,
    /** Nobody asked for it. */
    NOT_REQUESTED;

    /** The name used in the API and in the database. */
    public String label() {
      return this == NOT_REQUESTED ? "notRequested" : name().toLowerCase(Locale.ROOT);
    }

    /** The state with this label; throws {@link IllegalArgumentException} for others. */
    public static State ofLabel(String label) {
      return label.equals("notRequested") ? NOT_REQUESTED : valueOf(label.toUpperCase(Locale.ROOT));
    }
  }
}
