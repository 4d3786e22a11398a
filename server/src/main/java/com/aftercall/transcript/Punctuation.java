package com.aftercall.transcript;

/**
 * A mark that belongs behind the word before it, without a space.
 *
 * @param text such as {@code .} or {@code ?}; never blank
 */
public record Punctuation(String text) implements TranscriptItem {

  /** Throws {@link IllegalArgumentException} for a blank text. */
  public Punctuation {
    if (text.isBlank()) {
      throw new IllegalArgumentException("punctuation has no text");
    }
  }
}
