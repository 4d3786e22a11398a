package com.aftercall.transcript;

import java.time.Duration;

/**
 * One spoken word with its times.
 *
 * @param text as the engine writes it, without punctuation; never blank; personal data, never
 *     logged
 * @param begin inclusive, from the first sample of the recording
 * @param end exclusive; not before {@code begin}
 * @param confidence [0, 1]; 0 is a word all the same and is kept
 */
public record Word(String text, Duration begin, Duration end, double confidence)
    implements TranscriptItem {

  /** Throws {@link IllegalArgumentException}; its message never has the text. */
  public Word {
    if (text.isBlank()) {
      throw new IllegalArgumentException("word at %s has no text".formatted(begin));
    }
    if (begin.isNegative() || end.compareTo(begin) < 0) {
      throw new IllegalArgumentException("word runs from %s to %s".formatted(begin, end));
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence %s is not in [0, 1]".formatted(confidence));
    }
  }

  /** Leaves the text out. */
  @Override
  public String toString() {
    return "Word[%s to %s]".formatted(begin, end);
  }
}
