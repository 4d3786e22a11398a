package com.aftercall.analysis.local;

import java.util.List;

/**
 * A piece of a text: {@code begin} inclusive, {@code end} exclusive, in UTF-16 units.
 *
 * @param text the characters from begin to end as they stand there
 */
record Token(String text, int begin, int end) {

  static String[] texts(List<Token> tokens) {
    return tokens.stream().map(Token::text).toArray(String[]::new);
  }

  /** Whether it has a letter or a digit; if not, it is punctuation, a symbol or an emoji. */
  boolean isWord() {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  boolean hasLetter() {
    return text.codePoints().anyMatch(Character::isLetter);
  }

  /** Leaves the text out: transcripts are private. */
  @Override
  public String toString() {
    return "Token[%d to %d]".formatted(begin, end);
  }
}
