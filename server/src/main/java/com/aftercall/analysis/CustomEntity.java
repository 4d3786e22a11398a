package com.aftercall.analysis;

/**
 * A term that the customer taught, where it was said.
 *
 * @param text as it stands in the turn; personal data, never logged
 * @param type as the list names it, such as {@code PRODUCT}
 * @param score [0, 1]; 1 for an entry of a list
 * @param beginOffset inclusive, in UTF-16 units of that turn's text
 * @param endOffset exclusive
 * @param turn index in the transcript's list of turns, from 0
 */
public record CustomEntity(
    String text, String type, double score, int beginOffset, int endOffset, int turn) {

  /** Leaves the text out. */
  @Override
  public String toString() {
    return "CustomEntity[%s, turn %d, %d to %d]".formatted(type, turn, beginOffset, endOffset);
  }
}
