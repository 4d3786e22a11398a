package com.aftercall.access;

import java.util.Arrays;
import java.util.Locale;

/** Which contacts a permission is for; each is wider than the one before. */
public enum Reach {
  /** None. */
  NONE,
  /** Those whose agent is the user's. */
  OWN,
  /** All. */
  ALL;

  /** As the API says it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with this label. */
  public static Reach ofLabel(String label) {
    return Arrays.stream(values())
        .filter(reach -> reach.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "contacts is '%s'; it can be none, own or all".formatted(label)));
  }

  Reach or(Reach other) {
    return compareTo(other) >= 0 ? this : other;
  }

  Reach and(Reach other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
