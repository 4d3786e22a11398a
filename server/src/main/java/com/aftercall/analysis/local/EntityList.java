package com.aftercall.analysis.local;

import com.aftercall.analysis.spi.EntitySpan;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * One file of entities, ready to be searched for.
 *
 * @param language the language whose texts it is for; empty for all
 * @param words its plain entries
 * @param patterns its entries between slashes
 * @param entries how many of both
 * @param problems what could not be read, as sentences with file and line
 */
record EntityList(
    String language,
    EntityTrie words,
    List<TypedPattern> patterns,
    int entries,
    List<String> problems) {

  /** An expression with the type of what it matches. */
  record TypedPattern(Pattern pattern, String type) {}

  EntityList {
    patterns = List.copyOf(patterns);
    problems = List.copyOf(problems);
  }

  boolean isFor(String otherLanguage) {
    return language.isEmpty() || language.equals(otherLanguage);
  }

  /** All matches, in no order; they may overlap. */
  List<EntitySpan> find(String text, List<Token> tokens, String[] keys) {
    var found = new ArrayList<>(words.find(tokens, keys));
    for (var typed : patterns) {
      var matcher = typed.pattern.matcher(text);
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          found.add(new EntitySpan(matcher.start(), matcher.end(), typed.type, 1));
        }
      }
    }
    return found;
  }
}
