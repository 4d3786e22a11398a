package com.aftercall.analysis.aws;

import java.util.ArrayList;
import java.util.List;

/** Cuts texts so that each piece has no more bytes in UTF-8 than a service takes. */
final class ByteCut {

  private static final String ENDS = ".?!…。！？";

  private ByteCut() {}

  /**
   * A part of a text.
   *
   * @param begin inclusive, in UTF-16 units
   * @param end exclusive
   */
  record Range(int begin, int end) {}

  /**
   * The pieces of a text in order, none left out: cut behind the last end of a sentence that fits,
   * else behind the last white space, else between any two characters.
   *
   * @param maxBytes 4 or more, the bytes of the longest character
   */
  static List<Range> pieces(String text, int maxBytes) {
    var pieces = new ArrayList<Range>();
    var begin = 0;
    while (begin < text.length()) {
      var limit = limit(text, begin, maxBytes);
      var end = limit == text.length() ? limit : cut(text, begin, limit);
      pieces.add(new Range(begin, end));
      begin = end;
    }
    return pieces;
  }

  /** Bytes of one character in UTF-8. */
  static int bytes(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x1_0000 ? 3 : 4;
  }

  /** Bytes of a part of a text in UTF-8. */
  static int bytes(String text, int begin, int end) {
    return text.substring(begin, end).codePoints().map(ByteCut::bytes).sum();
  }

  private static int limit(String text, int begin, int maxBytes) {
    var sum = 0;
    var place = begin;
    while (place < text.length()) {
      var codePoint = text.codePointAt(place);
      sum += bytes(codePoint);
      if (sum > maxBytes) {
        return place;
      }
      place += Character.charCount(codePoint);
    }
    return place;
  }

  private static int cut(String text, int begin, int limit) {
    var space = -1;
    for (var place = limit; place > begin; place--) {
      if (ENDS.indexOf(text.charAt(place - 1)) >= 0 && isEnd(text, place)) {
        return place;
      }
      if (space < 0 && Character.isWhitespace(text.charAt(place - 1))) {
        space = place;
      }
    }
    return space > begin ? space : limit;
  }

  /** A full stop within a number ends no sentence; one of Chinese or Japanese needs no blank. */
  private static boolean isEnd(String text, int place) {
    return text.charAt(place - 1) > 0x2FFF || Character.isWhitespace(text.charAt(place));
  }
}
