package com.aftercall.search;

import com.aftercall.search.Hit.Mark;
import com.aftercall.search.SearchWords.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds where in a contact the words are said that its list was searched for. The database says
 * which contacts match; this says where, by the same stems.
 */
final class HitFinder {

  private static final int MOST = 3;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private final List<Wanted> wanted;
  private final Function<String, Set<String>> stems;

  /**
   * @param terms what is searched for
   * @param stems of a word in lower case; empty for one that cannot match
   */
  HitFinder(List<Term> terms, Function<String, Set<String>> stems) {
    this.stems = stems;
    this.wanted =
        terms.stream()
            .map(
                term ->
                    new Wanted(term, term.words().stream().map(Filters::lower).map(stems).toList()))
            .toList();
  }

  private record Wanted(Term term, List<Set<String>> stems) {}

  private record Word(int begin, int end, Set<String> stems) {}

  private record Place(int term, int begin, int end) {}

  private record Candidate(Line line, Sentence sentence, List<Place> places) {

    Hit hit() {
      var part = sentence.around(line.text(), places.getFirst().begin());
      var before = part.begin() > sentence.begin() ? "… " : "";
      var after = part.end() < sentence.end() ? " …" : "";
      var marks =
          places.stream()
              .filter(place -> place.begin() < part.end() && place.begin() >= part.begin())
              .map(
                  place ->
                      new Mark(
                          place.begin() - part.begin() + before.length(),
                          Math.min(place.end(), part.end()) - part.begin() + before.length()))
              .distinct()
              .toList();
      return new Hit(
          line.side(),
          line.beginMillis(),
          before + line.text().substring(part.begin(), part.end()) + after,
          marks);
    }
  }

  /**
   * At most three, by time: the first in which each term is said, then the first ones of any.
   *
   * @param lines by time
   */
  List<Hit> find(List<Line> lines) {
    var candidates = lines.stream().flatMap(line -> candidates(line).stream()).toList();
    var chosen = new ArrayList<Candidate>();
    var covered = new HashSet<Integer>();
    for (var candidate : candidates) {
      if (chosen.size() < MOST
          && covered.addAll(candidate.places().stream().map(Place::term).toList())) {
        chosen.add(candidate);
      }
    }
    candidates.stream()
        .filter(candidate -> !chosen.contains(candidate))
        .limit(MOST - chosen.size())
        .toList()
        .forEach(chosen::add);
    return candidates.stream().filter(chosen::contains).map(Candidate::hit).toList();
  }

  /** A phrase that runs over the end of a sentence counts where it begins. */
  private List<Candidate> candidates(Line line) {
    var places = places(line);
    if (places.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Candidate>();
    for (var sentence : Sentence.of(line.text())) {
      var inside =
          places.stream()
              .filter(place -> place.begin() >= sentence.begin() && place.begin() < sentence.end())
              .sorted(Comparator.comparingInt(Place::begin))
              .toList();
      if (!inside.isEmpty()) {
        found.add(new Candidate(line, sentence, inside));
      }
    }
    return found;
  }

  private List<Place> places(Line line) {
    var words = words(line.text());
    var places = new ArrayList<Place>();
    for (var term = 0; term < wanted.size(); term++) {
      if (!wanted.get(term).term().isSaidBy(line.participant())) {
        continue;
      }
      var sought = wanted.get(term).stems();
      for (var first = 0; first + sought.size() <= words.size(); first++) {
        if (isSaid(sought, words, first)) {
          places.add(
              new Place(
                  term, words.get(first).begin(), words.get(first + sought.size() - 1).end()));
        }
      }
    }
    return places;
  }

  private static boolean isSaid(List<Set<String>> sought, List<Word> words, int first) {
    for (var i = 0; i < sought.size(); i++) {
      var stems = words.get(first + i).stems();
      if (sought.get(i).stream().noneMatch(stems::contains)) {
        return false;
      }
    }
    return true;
  }

  private List<Word> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(word -> new Word(word.start(), word.end(), stems.apply(Filters.lower(word.group()))))
        .toList();
  }
}
