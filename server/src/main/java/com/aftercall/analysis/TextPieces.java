package com.aftercall.analysis;

import java.util.ArrayList;
import java.util.List;

/** Cuts long texts where a reader would pause. */
final class TextPieces {

  /**
   * In UTF-16 units. Far below the 5,000 bytes that analyzers take, as one label for a page of text
   * says little.
   */
  static final int MAX_LENGTH = 500;

  private TextPieces() {}

  /**
   * The text in pieces of at most {@link #MAX_LENGTH}: cut behind the last end of a sentence that
   * fits, else at the last space, else anywhere but within a character. White space at the edges of
   * a piece is left out; a blank text has no pieces.
   */
  static List<String> of(String text) {
    var pieces = new ArrayList<String>();
    int begin = 0;
    while (begin < text.length()) {
      int end = begin + MAX_LENGTH >= text.length() ? text.length() : cut(text, begin);
      var piece = text.substring(begin, end).strip();
      if (!piece.isEmpty()) {
        pieces.add(piece);
      }
      begin = end;
    }
    return pieces;
  }

  private static int cut(String text, int begin) {
    int limit = begin + MAX_LENGTH;
    int space = -1;
    for (int i = limit; i > begin; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        if (".?!".indexOf(text.charAt(i - 1)) >= 0) {
          return i;
        }
        space = Math.max(space, i);
      }
    }
    if (space > 0) {
      return space;
    }
    return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
  }
}
