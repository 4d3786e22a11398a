package com.aftercall.search;

import com.aftercall.contact.Participant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody searches for in what was said.
 *
 * @param alternatives any of these has to hold; each holds if all its terms do. Empty if the text
 *     had no word, which nothing matches
 */
record SearchWords(List<List<Term>> alternatives) {

  private static final int LONGEST = 500;

  private static final Pattern PIECE =
      Pattern.compile("(?i)(-)?(?:(agent|customer):(?=\\S))?(?:\"([^\"]*)\"?|(\\S+))");

  private static final Pattern QUOTES = Pattern.compile("['\\\\]");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  /**
   * A word, or words that follow each other.
   *
   * @param text as it was written; PostgreSQL splits it as it split what was said
   * @param words in order, at least one
   * @param side who has to say it, or null for anybody
   * @param excluded whether it must not be said
   */
  record Term(String text, List<String> words, @Nullable Participant side, boolean excluded) {

    /** As {@code to_tsquery} reads it. */
    private String query() {
      var weight =
          switch (side) {
            case null -> "";
            case AGENT -> ":A";
            case CUSTOMER -> ":B";
            case UNKNOWN -> ":C";
          };
      return (excluded ? "!" : "") + "'" + QUOTES.matcher(text).replaceAll(" ") + "'" + weight;
    }

    boolean isSaidBy(Participant participant) {
      return side == null || side == participant;
    }

    /** Leaves the words out. */
    @Override
    public String toString() {
      return "Term[%d words]".formatted(words.size());
    }
  }

  /** Takes copies. */
  SearchWords {
    alternatives = alternatives.stream().map(List::copyOf).toList();
  }

  /** Reads what somebody typed; throws {@link InvalidQuery} if it is too long. */
  static SearchWords parse(String text) {
    if (text.length() > LONGEST) {
      throw new InvalidQuery(
          "q has %d characters; it can have %d".formatted(text.length(), LONGEST));
    }
    var alternatives = new ArrayList<List<Term>>();
    var terms = new ArrayList<Term>();
    var pieces = PIECE.matcher(text);
    while (pieces.find()) {
      if (pieces.group().toLowerCase(Locale.ROOT).equals("or")) {
        alternatives.add(List.copyOf(terms));
        terms.clear();
        continue;
      }
      var said = pieces.group(3) == null ? pieces.group(4) : pieces.group(3);
      var words = words(said);
      if (!words.isEmpty()) {
        terms.add(new Term(said, words, side(pieces.group(2)), pieces.group(1) != null));
      }
    }
    alternatives.add(terms);
    return new SearchWords(alternatives.stream().filter(group -> !group.isEmpty()).toList());
  }

  /** The words of a text, in order; what lies between them does not matter. */
  static List<String> words(String text) {
    return WORD.matcher(text).results().map(found -> found.group()).toList();
  }

  private static @Nullable Participant side(@Nullable String prefix) {
    return prefix == null ? null : Participant.valueOf(prefix.toUpperCase(Locale.ROOT));
  }

  /** As {@code to_tsquery} reads it. */
  String query() {
    return alternatives.stream()
        .map(terms -> terms.stream().map(Term::query).collect(Collectors.joining(" & ", "(", ")")))
        .collect(Collectors.joining(" | "));
  }

  /** What has to be said, by whomever; terms that must not be said are no hits. */
  List<Term> wanted() {
    return alternatives.stream().flatMap(List::stream).filter(term -> !term.excluded()).toList();
  }

  /** Leaves the words out. */
  @Override
  public String toString() {
    return "SearchWords[%d alternatives]".formatted(alternatives.size());
  }
}
