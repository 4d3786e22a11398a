package com.aftercall.analysis.aws;

import com.aftercall.analysis.spi.CustomEntityAnalyzer;
import com.aftercall.analysis.spi.EntitySpan;
import com.aftercall.analysis.spi.TextAnalyzer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Custom entities by a recognizer of Amazon Comprehend, where there is one for the language, and
 * always by the operator's lists. Where both found something, the list counts: somebody wrote it
 * there.
 */
final class ComprehendEntities implements CustomEntityAnalyzer {

  private final Comprehend comprehend;
  private final ComprehendSettings settings;
  private final CustomEntityAnalyzer lists;
  private final Set<String> general = ComprehendLanguages.of("entities").languages();

  ComprehendEntities(
      Comprehend comprehend, ComprehendSettings settings, CustomEntityAnalyzer lists) {
    this.comprehend = comprehend;
    this.settings = settings;
    this.lists = lists;
  }

  @Override
  public String name() {
    return lists.name();
  }

  /** Lists are for any language. */
  @Override
  public Set<String> languages() {
    return lists.languages();
  }

  @Override
  public List<EntitySpan> analyze(String text, String languageTag) {
    return analyzeAll(List.of(text), languageTag).getFirst();
  }

  @Override
  public List<List<EntitySpan>> analyzeAll(List<String> texts, String languageTag) {
    var listed = lists.analyzeAll(texts, languageTag);
    var taught = taught(texts, languageTag);
    var known = general(texts, languageTag);
    var all = new ArrayList<List<EntitySpan>>();
    for (var index = 0; index < texts.size(); index++) {
      all.add(merged(List.of(listed.get(index), taught.get(index), known.get(index))));
    }
    return all;
  }

  private List<List<EntitySpan>> taught(List<String> texts, String languageTag) {
    var endpoint = settings.recognizer(languageTag);
    if (endpoint.isEmpty()) {
      return none(texts);
    }
    return Spread.over(
        texts,
        documents ->
            documents.stream()
                .map(document -> comprehend.customEntities(document, endpoint.get()))
                .toList(),
        ComprehendEntities::span);
  }

  private List<List<EntitySpan>> general(List<String> texts, String languageTag) {
    if (!settings.generalEntities() || !general.contains(TextAnalyzer.language(languageTag))) {
      return none(texts);
    }
    return Spread.over(
        texts,
        documents -> comprehend.entities(documents, ComprehendLanguages.code(languageTag)),
        ComprehendEntities::span);
  }

  private static EntitySpan span(Packing.Place place, Found found) {
    return new EntitySpan(place.begin(), place.end(), found.label(), found.score());
  }

  private static List<List<EntitySpan>> none(List<String> texts) {
    return texts.stream().map(text -> List.<EntitySpan>of()).toList();
  }

  /** Earlier lists count more; what overlaps with something that counts is left out. */
  private static List<EntitySpan> merged(List<List<EntitySpan>> sources) {
    var merged = new ArrayList<EntitySpan>();
    for (var source : sources) {
      for (var span : source) {
        if (merged.stream().noneMatch(other -> overlap(other, span))) {
          merged.add(span);
        }
      }
    }
    merged.sort(Comparator.comparingInt(EntitySpan::beginOffset));
    return merged;
  }

  private static boolean overlap(EntitySpan one, EntitySpan other) {
    return one.beginOffset() < other.endOffset() && other.beginOffset() < one.endOffset();
  }

  @Override
  public List<String> problems() {
    return lists.problems();
  }
}
