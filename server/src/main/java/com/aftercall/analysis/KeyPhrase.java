package com.aftercall.analysis;

/**
 * A noun phrase worth showing, where it was said.
 *
 * @param text as it stands in the turn; personal data, never logged
 * @param score [0, 1], how sure it is that this is a noun phrase
 * @param beginOffset inclusive, in UTF-16 units of that turn's text
 * @param endOffset exclusive
 * @param turn index in the transcript's list of turns, from 0
 */
public record KeyPhrase(String text, double score, int beginOffset, int endOffset, int turn) {

  /** Leaves the text out. */
  @Override
  public String toString() {
    return "KeyPhrase[turn %d, %d to %d]".formatted(turn, beginOffset, endOffset);
  }
}
