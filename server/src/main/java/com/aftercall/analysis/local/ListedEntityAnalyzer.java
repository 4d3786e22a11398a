package com.aftercall.analysis.local;

import com.aftercall.analysis.spi.CustomEntityAnalyzer;
import com.aftercall.analysis.spi.EntitySpan;
import com.aftercall.analysis.spi.TextAnalyzer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Custom entities from lists: whole words, upper and lower case alike; of two that overlap the one
 * that begins first, of two that begin together the longer. Patterns match where their expression
 * says; one that wants whole words says {@code \b}.
 */
final class ListedEntityAnalyzer implements CustomEntityAnalyzer {

  private static final Comparator<EntitySpan> FIRST_AND_LONGEST =
      Comparator.comparingInt(EntitySpan::beginOffset)
          .thenComparing(Comparator.comparingInt(EntitySpan::endOffset).reversed());

  private final EntityLists lists;

  ListedEntityAnalyzer(EntityLists lists) {
    this.lists = lists;
  }

  @Override
  public String name() {
    return "Custom entity detection";
  }

  /** None: a list is for all languages, or for the one in its file's name. */
  @Override
  public Set<String> languages() {
    return Set.of();
  }

  @Override
  public List<EntitySpan> analyze(String text, String languageTag) {
    var language = TextAnalyzer.language(languageTag);
    var tokens = EntityTokens.of(text);
    var keys = tokens.stream().map(EntityTokens::key).toArray(String[]::new);
    var candidates = new ArrayList<EntitySpan>();
    for (var list : lists.current()) {
      if (list.isFor(language)) {
        candidates.addAll(list.find(text, tokens, keys));
      }
    }
    candidates.sort(FIRST_AND_LONGEST);
    return withoutOverlaps(candidates);
  }

  @Override
  public List<String> problems() {
    return lists.current().stream().flatMap(list -> list.problems().stream()).toList();
  }

  private static List<EntitySpan> withoutOverlaps(List<EntitySpan> sorted) {
    var result = new ArrayList<EntitySpan>();
    int end = 0;
    for (var candidate : sorted) {
      if (candidate.beginOffset() >= end) {
        result.add(candidate);
        end = candidate.endOffset();
      }
    }
    return result;
  }
}
