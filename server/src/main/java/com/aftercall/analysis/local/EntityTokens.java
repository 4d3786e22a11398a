package com.aftercall.analysis.local;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts the entries of entity lists and the texts alike, in any language, so that whole words are
 * compared with whole words.
 *
 * <p>A token is a run of letters and digits, an apostrophe with the letters behind it ("'s"), or
 * any other character alone. White space and hyphens are in none, so "wi-fi" and "wi fi" are the
 * same. In scripts that put no spaces between words each character is a token.
 */
final class EntityTokens {

  private EntityTokens() {}

  /** The tokens of a text with their places; see {@link #key} for how to compare them. */
  static List<Token> of(String text) {
    var tokens = new ArrayList<Token>();
    int begin = 0;
    while (begin < text.length()) {
      int first = text.codePointAt(begin);
      int end = begin + Character.charCount(first);
      boolean apostrophe = isApostrophe(first);
      if (isWordPart(first) || (apostrophe && startsWord(text, end))) {
        while (end < text.length() && isWordPart(text.codePointAt(end))) {
          end += Character.charCount(text.codePointAt(end));
        }
      }
      if (!isIgnored(first)) {
        tokens.add(new Token(text.substring(begin, end), begin, end));
      }
      begin = end;
    }
    return tokens;
  }

  /** What of a token is compared: no upper case, no typographic variants. */
  static String key(Token token) {
    return Normalizer.normalize(token.text(), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'');
  }

  private static boolean startsWord(String text, int index) {
    return index < text.length() && isWordPart(text.codePointAt(index));
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '\u2019';
  }

  private static boolean isWordPart(int c) {
    if (Character.isLetterOrDigit(c)) {
      return !isUnspaced(c);
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isIgnored(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.DASH_PUNCTUATION;
  }

  private static boolean isUnspaced(int c) {
    return c > 0x0dff
        && switch (UnicodeScript.of(c)) {
          case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
          default -> false;
        };
  }
}
