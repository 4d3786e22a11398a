package com.aftercall.transcript;

/**
 * A stretch of a text that is private.
 *
 * @param begin inclusive, in UTF-16 units
 * @param end exclusive; behind {@code begin}
 * @param kind what it is, such as {@code NAME}; it stands in the text's place
 */
public record PrivateText(int begin, int end, String kind) {

  /** Throws {@link IllegalArgumentException} if it is empty. */
  public PrivateText {
    if (begin < 0 || end <= begin) {
      throw new IllegalArgumentException("private text runs from %d to %d".formatted(begin, end));
    }
  }

  boolean overlaps(int from, int to) {
    return begin < to && from < end;
  }

  /** What stands in its place, in the form of Comprehend's own redaction. */
  String mask() {
    return "[" + kind + "]";
  }
}
