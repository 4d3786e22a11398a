package com.aftercall.analysis.local;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of words that a chunker holds together.
 *
 * @param first index of its first word
 * @param last index of its last word, itself included
 * @param score the probability of all its labels and of its end: how likely both ends are right
 */
record Chunk(int first, int last, double score) {

  static final List<String> LABELS = List.of("B", "I", "O");

  private static final int BEGIN = 0;
  private static final int INSIDE = 1;
  private static final int OUTSIDE = 2;

  /** The chunks of a text; "I" behind "O" begins one as "B" does. */
  static List<Chunk> read(SequenceLabeler chunker, String[] words) {
    var probabilities = chunker.label(words);
    var chunks = new ArrayList<Chunk>();
    int first = -1;
    double score = 1;
    for (int i = 0; i <= words.length; i++) {
      int label = i < words.length ? Probabilities.highest(probabilities[i]) : OUTSIDE;
      if (first >= 0 && label != INSIDE) {
        double end = i < words.length ? 1 - probabilities[i][INSIDE] : 1;
        chunks.add(new Chunk(first, i - 1, score * end));
        first = -1;
      }
      if (label == BEGIN || (label == INSIDE && first < 0)) {
        first = i;
        score = 1;
      }
      if (first >= 0) {
        score *= probabilities[i][label];
      }
    }
    return chunks;
  }
}
