package com.aftercall.analysis;

/**
 * A word with its part of speech, where it was said.
 *
 * @param text as it stands in the turn; personal data, never logged
 * @param tag the part of speech
 * @param score [0, 1], how likely the tag is right
 * @param beginOffset inclusive, in UTF-16 units of that turn's text
 * @param endOffset exclusive
 * @param turn index in the transcript's list of turns, from 0
 */
public record SyntaxToken(
    String text, PartOfSpeech tag, double score, int beginOffset, int endOffset, int turn) {

  /** Leaves the text out. */
  @Override
  public String toString() {
    return "SyntaxToken[%s, turn %d, %d to %d]".formatted(tag, turn, beginOffset, endOffset);
  }
}
