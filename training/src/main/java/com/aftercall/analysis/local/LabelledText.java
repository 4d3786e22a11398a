package com.aftercall.analysis.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A text with the sentiment that people gave it. */
record LabelledText(String label, String text) {

  /** Reads label, tab, text; lines with other labels are passed over. */
  static List<LabelledText> read(Path file) {
    try (var reader = Texts.open(file)) {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same for a file on the class path. */
  static List<LabelledText> readResource(String name) {
    try (var stream = Objects.requireNonNull(LabelledText.class.getResourceAsStream(name), name)) {
      return read(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads mean rating from -4 to 4, tab, text; ratings between -0.5 and 0.5 are neutral. */
  static List<LabelledText> readRated(Path file) {
    try (var reader = Texts.open(file)) {
      return reader
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .map(columns -> new LabelledText(label(Double.parseDouble(columns[0])), columns[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a recogniser would write it: lower case, no punctuation but apostrophes. */
  LabelledText spoken() {
    var words = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}'\u2019 ]+", " ");
    return new LabelledText(label, words.replaceAll(" +", " ").strip());
  }

  private static List<LabelledText> read(BufferedReader reader) {
    return reader
        .lines()
        .map(line -> line.split("\t", -1))
        .filter(columns -> columns.length >= 2 && SentimentTraining.LABELS.contains(columns[0]))
        .map(columns -> new LabelledText(columns[0], columns[1]))
        .toList();
  }

  private static String label(double rating) {
    return rating > 0.5 ? "POSITIVE" : rating < -0.5 ? "NEGATIVE" : "NEUTRAL";
  }
}
