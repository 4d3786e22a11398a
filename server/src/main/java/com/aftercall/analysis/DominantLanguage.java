package com.aftercall.analysis;

/**
 * A language in which a text may be.
 *
 * @param languageTag BCP 47, such as {@code en}
 * @param score [0, 1]
 */
public record DominantLanguage(String languageTag, double score) {

  /** Throws {@link IllegalArgumentException} if a bound is broken. */
  public DominantLanguage {
    if (languageTag.isBlank()) {
      throw new IllegalArgumentException("language has no tag");
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score %s is not in [0, 1]".formatted(score));
    }
  }
}
