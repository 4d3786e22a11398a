package com.aftercall.live;

/**
 * One server-sent event.
 *
 * @param name such as {@code contact}
 * @param body to be written as JSON
 */
public record LiveEvent(String name, Object body) {

  private static final LiveEvent MANY = new LiveEvent("contacts", java.util.Map.of());

  static LiveEvent of(Notice.Changed change) {
    return new LiveEvent("contact", change);
  }

  /** So many contacts changed that they are not named. */
  static LiveEvent ofMany() {
    return MANY;
  }

  /** The name alone. */
  @Override
  public String toString() {
    return "LiveEvent[%s]".formatted(name);
  }
}
