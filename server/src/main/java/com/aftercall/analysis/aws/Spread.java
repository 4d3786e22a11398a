package com.aftercall.analysis.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Packs texts into documents, and spreads what was found over the texts again. */
final class Spread {

  private Spread() {}

  /**
   * What was found in each of the texts, in their order.
   *
   * @param finder finds in documents; one list for each
   * @param finding makes ours of a place and what was found there
   */
  static <T> List<List<T>> over(
      List<String> texts,
      Function<List<String>, List<List<Found>>> finder,
      BiFunction<Packing.Place, Found, T> finding) {
    var spread = new ArrayList<List<T>>();
    texts.forEach(text -> spread.add(new ArrayList<>()));
    var documents = Packing.pack(texts, Comprehend.MAX_BYTES);
    var found = finder.apply(documents.stream().map(Packing.Document::content).toList());
    for (var index = 0; index < documents.size(); index++) {
      var document = documents.get(index);
      for (var one : found.get(index)) {
        one.in(document.content())
            .flatMap(span -> Packing.place(document, span.begin(), span.end()))
            .ifPresent(place -> spread.get(place.text()).add(finding.apply(place, one)));
      }
    }
    return spread;
  }
}
