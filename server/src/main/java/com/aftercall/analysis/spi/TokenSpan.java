package com.aftercall.analysis.spi;

import com.aftercall.analysis.PartOfSpeech;

/**
 * Where a word stands and what it is.
 *
 * @param beginOffset inclusive, in UTF-16 units from the beginning of the text
 * @param endOffset exclusive; behind {@code beginOffset}
 * @param tag the part of speech
 * @param score [0, 1], how likely the tag is right
 */
public record TokenSpan(int beginOffset, int endOffset, PartOfSpeech tag, double score) {

  /** Throws {@link IllegalArgumentException} if a bound is broken. */
  public TokenSpan {
    Spans.check(beginOffset, endOffset, score);
  }
}
