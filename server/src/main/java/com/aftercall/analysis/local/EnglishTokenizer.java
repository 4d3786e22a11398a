package com.aftercall.analysis.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Cuts English text into the words of the Universal Dependencies treebanks: "don't" is "do" and
 * "n't", "cannot" is "can" and "not", "$45.99" is "$" and "45.99", punctuation stands alone.
 *
 * <p>Every token is a stretch of the text as it is, so the offsets lead back. White space is in no
 * token; all other characters are in exactly one.
 */
final class EnglishTokenizer {

  /** One alternative for each kind of token; the first that fits wins. All are linear. */
  private static final Pattern PIECES =
      Pattern.compile(
          // addresses
          "(?:https?://|www\\.)[^\\s<>\"]*[\\p{L}\\p{N}/]"
              + "|[\\p{L}\\p{N}._%+-]{1,64}+@[\\p{L}\\p{N}-]{1,64}(?:\\.[\\p{L}\\p{N}-]{1,64}+)++"
              // abbreviations with their full stop, and single letters with full stops
              + "|\\b(?i:mr|mrs|ms|dr|prof|sr|jr|st|vs|etc|inc|ltd|co|corp|no|dept|approx)\\.(?=\\s+\\S)"
              + "|(?:\\p{L}\\.){2,}+"
              // numbers, times, dates, ordinals
              + "|\\p{N}+(?:[.,:/]\\p{N}+)*+(?:st|nd|rd|th|am|pm|s|k|gb|mb)?+(?![\\p{L}\\p{N}])"
              // words with inner apostrophes (cut up later), letters and digits mixed
              + "|[\\p{L}\\p{N}\\p{M}_]++(?:['\u2019][\\p{L}\\p{M}]++)*+['\u2019]?+"
              // apostrophe clitics that stand alone
              + "|['\u2019](?i:s|m|d|re|ve|ll|em|cause|til)(?![\\p{L}\\p{N}])"
              // runs of the same mark; emoji with their joiners and variation selectors
              + "|([.!?*=~_#-])\\1++"
              + "|\\X",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern CLITIC =
      Pattern.compile("(?i)(?:n['\u2019]t|['\u2019](?:s|m|d|re|ve|ll))$");

  /** No word has more; text that only looks like words may. */
  private static final int MAX_CLITICS = 3;

  /** Where the second word of a merged form begins; without apostrophe as some engines write. */
  private static final Map<String, Integer> MERGED =
      Map.ofEntries(
          Map.entry("cannot", 3),
          Map.entry("gonna", 3),
          Map.entry("wanna", 3),
          Map.entry("gotta", 3),
          Map.entry("gimme", 3),
          Map.entry("lemme", 3),
          Map.entry("alot", 1),
          Map.entry("cant", 2),
          Map.entry("dont", 2),
          Map.entry("doesnt", 4),
          Map.entry("didnt", 3),
          Map.entry("isnt", 2),
          Map.entry("wasnt", 3),
          Map.entry("arent", 3),
          Map.entry("havent", 4),
          Map.entry("hasnt", 3),
          Map.entry("hadnt", 3),
          Map.entry("wouldnt", 5),
          Map.entry("couldnt", 5),
          Map.entry("shouldnt", 6));

  List<Token> tokenize(String text) {
    var tokens = new ArrayList<Token>(text.length() / 5 + 4);
    var matcher = PIECES.matcher(text);
    while (matcher.find()) {
      if (!isBlank(text, matcher.start(), matcher.end())) {
        cut(text, matcher.start(), matcher.end(), 0, tokens);
      }
    }
    return tokens;
  }

  /** Takes clitics off the end ("couldn't've" has two), then a closing quotation mark. */
  private static void cut(String text, int begin, int end, int clitics, List<Token> tokens) {
    var rest = text.substring(begin, end);
    if (rest.length() < 2 || !Character.isLetterOrDigit(rest.codePointAt(0))) {
      add(text, begin, end, tokens);
      return;
    }
    Integer second = MERGED.get(rest.toLowerCase(Locale.ROOT));
    if (second != null) {
      add(text, begin, begin + second, tokens);
      add(text, begin + second, end, tokens);
      return;
    }
    var matcher = CLITIC.matcher(rest);
    if (clitics < MAX_CLITICS && matcher.find() && matcher.start() > 0) {
      cut(text, begin, begin + matcher.start(), clitics + 1, tokens);
      add(text, begin + matcher.start(), end, tokens);
      return;
    }
    boolean quoted = isApostrophe(rest.charAt(rest.length() - 1));
    add(text, begin, quoted ? end - 1 : end, tokens);
    if (quoted) {
      add(text, end - 1, end, tokens);
    }
  }

  private static void add(String text, int begin, int end, List<Token> tokens) {
    tokens.add(new Token(text.substring(begin, end), begin, end));
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static boolean isBlank(String text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (!Character.isWhitespace(text.charAt(i)) && !Character.isSpaceChar(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
