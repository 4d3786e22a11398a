package com.aftercall.transcript.imported;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the markup out of subtitle texts. */
final class CueText {

  private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9A-Fa-f]{1,6}|[a-z]{2,4});");

  /** Those that WebVTT names in its section 6.4, and the apostrophe of XML. */
  private static final Map<String, String> NAMED =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "nbsp", " ", "quot", "\"", "apos", "'", "lrm", "",
          "rlm", "");

  /** Only what is known as markup in SRT, so that {@code 2 < 3} stays. */
  private static final Pattern SRT_MARKUP =
      Pattern.compile("(?i)</?(?:i|b|u|s|em|strong|font|c|v)(?:[\\s.][^>]*)?>|\\{\\\\an?\\d+\\}");

  private static final Pattern VTT_TAG = Pattern.compile("<[^>]*>");

  private CueText() {}

  /** Text of an SRT subtitle without markup, escapes read. */
  static String ofSrt(String marked) {
    return unescape(SRT_MARKUP.matcher(marked).replaceAll(""));
  }

  /** Text of a WebVTT cue without tags, escapes read. */
  static String ofVtt(String marked) {
    return unescape(VTT_TAG.matcher(marked).replaceAll(""));
  }

  /** Reads named and numbered character references; unknown ones stay as they are. */
  static String unescape(String text) {
    return ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
  }

  private static String character(MatchResult found) {
    var name = found.group(1);
    if (!name.startsWith("#")) {
      return NAMED.getOrDefault(name, found.group());
    }
    var isHex = name.startsWith("#x");
    var digits = name.substring(isHex ? 2 : 1);
    if (digits.isEmpty() || (!isHex && !digits.chars().allMatch(c -> c <= '9'))) {
      return found.group();
    }
    var codePoint = Integer.parseInt(digits, isHex ? 16 : 10);
    return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : found.group();
  }
}
