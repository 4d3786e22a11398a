package com.aftercall.analysis.local;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads an entity list in Amazon Comprehend's format: CSV in UTF-8 with the columns {@code Text}
 * and {@code Type}, one entry a line. A text between slashes is a pattern in RE2's syntax.
 *
 * <p>A line that cannot be read costs that line only; what is wrong is told with file and line.
 */
final class EntityListFile {

  private static final int MAX_PROBLEMS = 50;
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final String name;
  private final EntityTrie words = new EntityTrie();
  private final List<EntityList.TypedPattern> patterns = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int entries;
  private int textColumn = -1;
  private int typeColumn = -1;

  private EntityListFile(String name) {
    this.name = name;
  }

  /** Reads a file whatever is in it: see {@link EntityList#problems}. */
  static EntityList read(Path path) {
    var file = new EntityListFile(String.valueOf(path.getFileName()));
    try {
      file.readLines(Files.readAllLines(path, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      file.problems.add(file.name + ": the text is not UTF-8; save the file as CSV UTF-8");
    } catch (IOException e) {
      file.problems.add(
          "%s: cannot be read (%s); check the file's permissions"
              .formatted(file.name, e.getClass().getSimpleName()));
    }
    return new EntityList(
        language(file.name), file.words, file.patterns, file.entries, file.problems);
  }

  /** "en" for "products.en.csv"; empty for "products.csv". */
  static String language(String fileName) {
    var parts = fileName.toLowerCase(Locale.ROOT).split("\\.");
    var candidate = parts.length >= 3 ? parts[parts.length - 2] : "";
    return LANGUAGES.contains(candidate) ? candidate : "";
  }

  private void readLines(List<String> lines) {
    boolean header = false;
    for (int i = 0; i < lines.size(); i++) {
      var line = i == 0 ? withoutByteOrderMark(lines.get(i)) : lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      if (header) {
        readEntry(line, i + 1);
      } else if (!readHeader(line, i + 1)) {
        return;
      } else {
        header = true;
      }
    }
    if (!header) {
      problems.add(name + ": the file is empty; write Text,Type into its first line");
    }
  }

  private boolean readHeader(String line, int number) {
    var columns = parse(line);
    for (int i = 0; columns != null && i < columns.size(); i++) {
      switch (columns.get(i).strip().toLowerCase(Locale.ROOT)) {
        case "text" -> textColumn = i;
        case "type" -> typeColumn = i;
        default -> {}
      }
    }
    if (textColumn < 0 || typeColumn < 0) {
      problem(number, "the column names are missing; write Text,Type there");
      return false;
    }
    return true;
  }

  private void readEntry(String line, int number) {
    var columns = parse(line);
    if (columns == null) {
      problem(number, "a quotation mark has no end; close it, or double it if it is meant");
    } else if (columns.size() <= Math.max(textColumn, typeColumn)) {
      problem(number, "there is no type; write for example Gold Plan,PRODUCT");
    } else if (columns.size() > Math.max(2, Math.max(textColumn, typeColumn) + 1)) {
      problem(number, "there are too many columns; put a text with a comma in quotation marks");
    } else {
      addEntry(columns.get(textColumn).strip(), columns.get(typeColumn).strip(), number);
    }
  }

  private void addEntry(String text, String type, int number) {
    if (type.isEmpty()) {
      problem(number, "the type is empty; write for example PRODUCT");
    } else if (text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
      addPattern(text.substring(1, text.length() - 1), type, number);
    } else if (EntityTokens.of(text).isEmpty()) {
      problem(number, "the text is empty; write the term to look for");
    } else if (words.add(text, type)) {
      entries++;
    }
  }

  private void addPattern(String expression, String type, int number) {
    try {
      var pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
      if (pattern.matches("")) {
        problem(number, "the pattern also matches nothing at all; make one part of it required");
        return;
      }
      patterns.add(new EntityList.TypedPattern(pattern, type));
      entries++;
    } catch (PatternSyntaxException e) {
      problem(
          number,
          "the pattern cannot be read (%s); see github.com/google/re2/wiki/Syntax"
              .formatted(e.getDescription()));
    }
  }

  private void problem(int line, String what) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add("%s, line %d: %s".formatted(name, line, what));
    } else if (problems.size() == MAX_PROBLEMS) {
      problems.add(name + ": more lines cannot be read");
    }
  }

  /**
   * Null if the line is no CSV. Line by line, so that an open quotation mark ends with its line.
   */
  private static @Nullable List<String> parse(String line) {
    if (line.indexOf('"') < 0) {
      return List.of(line.split(",", -1)); // most lines need no parser of their own
    }
    try (var parser = CSVParser.parse(line, CSVFormat.DEFAULT)) {
      return parser.getRecords().getFirst().toList();
    } catch (IOException | UncheckedIOException e) {
      return null;
    }
  }

  private static String withoutByteOrderMark(String line) {
    return line.startsWith("\ufeff") ? line.substring(1) : line;
  }
}
