package com.aftercall.search;

import java.util.List;

/**
 * A sentence in which something is said that was searched for.
 *
 * @param participant who says it, in lower case
 * @param beginMillis when the sentence's turn begins
 * @param text the sentence, or a part of a long one; personal data, never logged
 * @param marks what matches in it, in order
 */
public record Hit(String participant, long beginMillis, String text, List<Mark> marks) {

  /**
   * A place in the text, in UTF-16 units.
   *
   * @param beginOffset inclusive
   * @param endOffset exclusive
   */
  public record Mark(int beginOffset, int endOffset) {}

  /** Takes a copy. */
  public Hit {
    marks = List.copyOf(marks);
  }

  /** Leaves the text out. */
  @Override
  public String toString() {
    return "Hit[%s at %d ms]".formatted(participant, beginMillis);
  }
}
