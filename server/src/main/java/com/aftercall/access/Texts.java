package com.aftercall.access;

import org.jspecify.annotations.Nullable;

/** What people type into forms. */
final class Texts {

  private Texts() {}

  /** Without space around; null where nothing is left. */
  static @Nullable String orNull(String name, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      return null;
    }
    var stripped = text.strip();
    if (stripped.length() > longest || stripped.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "%s has %d characters at most, and no NUL".formatted(name, longest));
    }
    return stripped;
  }
}
