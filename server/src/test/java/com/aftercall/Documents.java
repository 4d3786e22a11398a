package com.aftercall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The pages of the repository, and what stands in them. */
final class Documents {

  /** Tests run in the folder of their module. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- (schema|example): ([^>]+?) -->\n```\\w*\n(.*?)```", Pattern.DOTALL);

  private Documents() {}

  /**
   * An example in a page.
   *
   * @param name as the comment before it says
   */
  record Example(String name, String text) {}

  static String read(String path) {
    return read(ROOT.resolve(path));
  }

  static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All Markdown pages that are about the whole, by their path. */
  static Map<Path, String> pages() {
    return Stream.concat(files(ROOT.resolve("docs"), 3), files(ROOT, 1))
        .filter(file -> file.toString().endsWith(".md"))
        .collect(Collectors.toMap(file -> file, Documents::read, (a, b) -> a, TreeMap::new));
  }

  /** What the repository has under this file name, by path; not what others' packages brought. */
  static Stream<String> named(String fileName) {
    var brought = Set.of("node_modules", "target", ".git", "data");
    try (var found =
        Files.find(ROOT, 4, (path, attributes) -> path.getFileName().toString().equals(fileName))) {
      return found
          .map(path -> ROOT.relativize(path))
          .filter(
              path ->
                  StreamSupport.stream(path.spliterator(), false)
                      .map(Path::toString)
                      .noneMatch(brought::contains))
          .map(Path::toString)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files below a folder. */
  static Stream<Path> files(Path folder, int depth) {
    try (var found = Files.walk(folder, depth)) {
      return found.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cells of all rows of all tables. */
  static List<List<String>> rows(String page) {
    return page.lines()
        .filter(line -> line.startsWith("| "))
        .map(line -> line.substring(1, line.lastIndexOf('|')))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .toList();
  }

  /** The text of a cell that is one piece of code, or nothing. */
  static Stream<String> code(String cell) {
    return cell.matches("`[^`]+`") ? Stream.of(cell.substring(1, cell.length() - 1)) : Stream.of();
  }

  /** All pieces of code in running text and tables; blocks of code are left out. */
  static Stream<String> inlineCode(String page) {
    var running = Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);
    return Pattern.compile("`([^`\n]+)`")
        .matcher(running.matcher(page).replaceAll(""))
        .results()
        .map(found -> found.group(1));
  }

  /** The examples of a kind, {@code schema} or {@code example}. */
  static List<Example> examples(String page, String kind) {
    return EXAMPLE
        .matcher(page)
        .results()
        .filter(found -> found.group(1).equals(kind))
        .map(found -> new Example(found.group(2), found.group(3)))
        .toList();
  }
}
