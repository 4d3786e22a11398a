package com.aftercall.analysis.spi;

/**
 * Where a noun phrase stands.
 *
 * @param beginOffset inclusive, in UTF-16 units from the beginning of the text
 * @param endOffset exclusive; behind {@code beginOffset}
 * @param score [0, 1], how sure it is that this is a noun phrase from end to end
 */
public record PhraseSpan(int beginOffset, int endOffset, double score) {

  /** Throws {@link IllegalArgumentException} if a bound is broken. */
  public PhraseSpan {
    Spans.check(beginOffset, endOffset, score);
  }
}
