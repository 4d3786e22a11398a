package com.aftercall.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Where in each contact of a page the words are said. PostgreSQL's own {@code ts_headline} reads
 * every word of every contact again; here only words that begin like one searched for are looked
 * up.
 */
@Component
class Hits {

  private final SearchDatabase database;

  Hits(SearchDatabase database) {
    this.database = database;
  }

  private record Content(long number, String configuration, List<Line> lines) {}

  /** The hits of those contacts that have any, by number. */
  Map<Long, List<Hit>> find(List<Long> numbers, SearchWords words) {
    var terms = words.wanted();
    Map<Long, List<Hit>> hits = new HashMap<>();
    if (terms.isEmpty()) {
      return hits;
    }
    var byConfiguration =
        contents(numbers).stream().collect(Collectors.groupingBy(Content::configuration));
    byConfiguration.forEach(
        (configuration, contents) -> {
          var stems = stems(configuration, candidates(contents, terms));
          var finder = new HitFinder(terms, word -> stems.getOrDefault(word, Set.of()));
          contents.forEach(content -> hits.put(content.number(), finder.find(content.lines())));
        });
    return hits;
  }

  private List<Content> contents(List<Long> numbers) {
    return database.ask(
        """
            select number, configuration, participants, begins_millis, lines from contact_content
            where number = any(?)
            """,
        List.of((Object) numbers.toArray(Long[]::new)),
        (row, index) ->
            new Content(
                row.getLong("number"),
                row.getString("configuration"),
                Line.of(
                    (String[]) row.getArray("participants").getArray(),
                    (Long[]) row.getArray("begins_millis").getArray(),
                    (String[]) row.getArray("lines").getArray())));
  }

  /** What is searched for, and every word with the same first letter: no ending changes that. */
  private static Set<String> candidates(List<Content> contents, List<SearchWords.Term> terms) {
    var words = new HashSet<String>();
    terms.forEach(term -> term.words().stream().map(Filters::lower).forEach(words::add));
    var letters = words.stream().map(word -> word.codePointAt(0)).collect(Collectors.toSet());
    contents.stream()
        .flatMap(content -> content.lines().stream())
        .flatMap(line -> SearchWords.words(line.text()).stream())
        .map(Filters::lower)
        .filter(word -> letters.contains(word.codePointAt(0)))
        .forEach(words::add);
    return words;
  }

  private Map<String, Set<String>> stems(String configuration, Collection<String> words) {
    Map<String, Set<String>> stems = new HashMap<>();
    database.ask(
        "select word, ts_lexize(cast(? as regdictionary), word) as stems from unnest(?) word",
        List.of(Language.dictionary(configuration), words.toArray(String[]::new)),
        (row, index) -> {
          var found = row.getArray("stems");
          return stems.put(
              row.getString("word"),
              found == null ? Set.of() : Set.of((String[]) found.getArray()));
        });
    return stems;
  }
}
