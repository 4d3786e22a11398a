package com.aftercall.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param number grows with time
 * @param at when
 * @param event what happened
 */
public record AuditEntry(long number, Instant at, Event event) {

  /** How it went. */
  public enum Result {
    /** Allowed and begun; how it ended is not known (yet). */
    BEGUN,
    /** Done. */
    DONE,
    /** Not allowed. */
    REFUSED,
    /** Allowed, but it did not work. */
    FAILED;

    /** As the API says it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this label. */
    public static Result ofLabel(String label) {
      return Arrays.stream(values())
          .filter(result -> result.label().equals(label))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "result is '%s'; it can be begun, done, refused or failed".formatted(label)));
    }
  }

  /**
   * Who it was.
   *
   * @param kind user, token, accessKey, embed, link or nobody
   * @param id or null
   * @param name for people
   */
  public record Who(String kind, @Nullable String id, String name) {

    /** Somebody who did not say who he is. */
    public static final Who NOBODY = new Who("nobody", null, "nobody");

    /** A signed-in caller. */
    public static Who of(Caller caller) {
      var embed = caller.kind() == Caller.Kind.EMBED;
      return new Who(caller.kind().label(), embed ? null : caller.getName(), caller.displayName());
    }
  }

  /**
   * What happened.
   *
   * @param who did it
   * @param what was done
   * @param result how it went
   * @param contactId to which contact, or null
   * @param address from which address of the network, or null
   * @param details nothing said, no numbers, no secrets
   */
  public record Event(
      Who who,
      AuditAction what,
      Result result,
      @Nullable String contactId,
      @Nullable String address,
      Map<String, String> details) {

    /** Takes a copy. */
    public Event {
      details = Map.copyOf(details);
    }
  }
}
