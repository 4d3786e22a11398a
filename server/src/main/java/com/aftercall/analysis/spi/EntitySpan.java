package com.aftercall.analysis.spi;

/**
 * Where a custom entity stands.
 *
 * @param beginOffset inclusive, in UTF-16 units from the beginning of the text
 * @param endOffset exclusive; behind {@code beginOffset}
 * @param type as the list names it, such as {@code PRODUCT}; never blank
 * @param score [0, 1]; 1 for an entry of a list that stands there word by word
 */
public record EntitySpan(int beginOffset, int endOffset, String type, double score) {

  /** Throws {@link IllegalArgumentException} if a bound is broken. */
  public EntitySpan {
    Spans.check(beginOffset, endOffset, score);
    if (type.isBlank()) {
      throw new IllegalArgumentException("entity has no type");
    }
  }
}
