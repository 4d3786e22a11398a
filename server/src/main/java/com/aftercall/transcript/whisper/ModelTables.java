package com.aftercall.transcript.whisper;

import com.aftercall.transcript.LanguageCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads the tables that lie beside this class. */
final class ModelTables {

  private ModelTables() {}

  /** What can be fetched, as in {@code models.tsv}. */
  static List<WhisperModel> models() {
    return rows("models.tsv").stream()
        .map(row -> new WhisperModel(row[0], Long.parseLong(row[1]), row[2]))
        .toList();
  }

  /** Whisper's code for each of Transcribe's codes that it was trained for. */
  static Map<LanguageCode, String> languages() {
    return rows("languages.tsv").stream()
        .collect(Collectors.toUnmodifiableMap(row -> new LanguageCode(row[0]), row -> row[1]));
  }

  private static List<String[]> rows(String table) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ModelTables.class.getResourceAsStream(table), table),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
