package com.aftercall.playback.web;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One range of a {@code Range} header (RFC 9110 §14.1.2).
 *
 * @param first inclusive
 * @param last inclusive, not before {@code first}
 */
record ByteRange(long first, long last) {

  private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  long length() {
    return last - first + 1;
  }

  /** Whether the header is of a form that is served; others are ignored, as the RFC allows. */
  static boolean isUsable(String header) {
    var match = FORM.matcher(header.strip());
    if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
      return false;
    }
    return match.group(1).isEmpty()
        || match.group(2).isEmpty()
        || Long.parseLong(match.group(1)) <= Long.parseLong(match.group(2));
  }

  /** The part asked for, or empty if the object is too short for it. Only for usable headers. */
  static Optional<ByteRange> of(String header, long size) {
    var match = FORM.matcher(header.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException("not a usable range");
    }
    if (match.group(1).isEmpty()) {
      var suffix = Math.min(Long.parseLong(match.group(2)), size);
      return suffix == 0 ? Optional.empty() : Optional.of(new ByteRange(size - suffix, size - 1));
    }
    var first = Long.parseLong(match.group(1));
    var last =
        match.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(match.group(2)), size - 1);
    return first >= size ? Optional.empty() : Optional.of(new ByteRange(first, last));
  }
}
