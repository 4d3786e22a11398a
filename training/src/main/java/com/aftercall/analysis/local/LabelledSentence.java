package com.aftercall.analysis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A sentence of a treebank: its text, words, universal tags and noun-phrase chunks (B, I, O). */
record LabelledSentence(
    String text,
    List<String> words,
    List<Boolean> spaceAfter,
    List<String> tags,
    List<String> chunks) {

  /**
   * Reads the columns form, UPOS, XPOS, SpaceAfter, chunk; sentences are set apart by empty lines.
   */
  static List<LabelledSentence> read(Path file) {
    var sentences = new ArrayList<LabelledSentence>();
    try (var reader = Texts.open(file)) {
      var current = empty("");
      String line;
      while ((line = reader.readLine()) != null) {
        if (line.startsWith("# text = ")) {
          current = empty(line.substring("# text = ".length()));
        } else if (line.isEmpty() && !current.words.isEmpty()) {
          sentences.add(current);
          current = empty("");
        } else if (!line.isEmpty() && line.indexOf('\t') > 0 && !line.startsWith("# ")) {
          current.add(line.split("\t"));
        }
      }
      if (!current.words.isEmpty()) {
        sentences.add(current);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sentences;
  }

  /** As a recogniser would write it: lower case, no punctuation. */
  LabelledSentence spoken() {
    var result = empty("");
    var chunk = "O";
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (word.chars().noneMatch(Character::isLetterOrDigit)) {
        chunk = "B".equals(chunks.get(i)) ? "B" : "O".equals(chunks.get(i)) ? "O" : chunk;
        continue;
      }
      var own = chunks.get(i);
      boolean opens = "I".equals(own) && "B".equals(chunk) && (i > 0 && !kept(i - 1));
      result.add(
          new String[] {word.toLowerCase(Locale.ROOT), tags.get(i), "_", "Y", opens ? "B" : own});
      chunk = "O";
    }
    return result;
  }

  private boolean kept(int i) {
    return words.get(i).chars().anyMatch(Character::isLetterOrDigit);
  }

  /** Begin and end of each word in the text; empty if a word is not found where it should be. */
  Set<List<Integer>> places() {
    var places = new HashSet<List<Integer>>();
    int from = 0;
    for (var word : words) {
      int begin = text.indexOf(word, from);
      if (begin < 0 || begin > from + 3) {
        return Set.of();
      }
      from = begin + word.length();
      places.add(List.of(begin, from));
    }
    return places;
  }

  String[] wordArray() {
    return words.toArray(String[]::new);
  }

  private static LabelledSentence empty(String text) {
    return new LabelledSentence(
        text, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  private void add(String[] columns) {
    words.add(columns[0]);
    tags.add("X".equals(columns[1]) ? "O" : columns[1]);
    spaceAfter.add("Y".equals(columns[3]));
    chunks.add(columns[4]);
  }
}
