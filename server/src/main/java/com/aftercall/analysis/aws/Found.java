package com.aftercall.analysis.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that the service found in a document.
 *
 * @param text as it says it stands there
 * @param begin inclusive, in characters
 * @param end exclusive
 * @param score [0, 1]
 * @param label its kind; empty if things of this sort have none
 */
record Found(@Nullable String text, int begin, int end, double score, String label) {

  /** The span in UTF-16 units, as Java counts. */
  record Span(int begin, int end) {}

  /**
   * Where it stands in the document. Characters are code points; as the guide does not say so, the
   * text that came along decides, and what is nowhere to be found is left out.
   */
  Optional<Span> in(String document) {
    var length = document.codePointCount(0, document.length());
    if (begin >= 0 && begin < end && end <= length) {
      var from = document.offsetByCodePoints(0, begin);
      var span = new Span(from, document.offsetByCodePoints(from, end - begin));
      if (text == null || document.substring(span.begin(), span.end()).equals(text)) {
        return Optional.of(span);
      }
    }
    if (text != null && begin >= 0 && document.startsWith(text, begin) && !text.isEmpty()) {
      return Optional.of(new Span(begin, begin + text.length()));
    }
    return Optional.empty();
  }

  /** Leaves the text out. */
  @Override
  public String toString() {
    return "Found[%s, %d to %d]".formatted(label, begin, end);
  }
}
