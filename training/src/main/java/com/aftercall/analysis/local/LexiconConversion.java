package com.aftercall.analysis.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes from VADER's lexicon what the server needs: words and their mean ratings. */
final class LexiconConversion {

  private LexiconConversion() {}

  /** Leaves out emoticons, entries of two words, and the single ratings behind the mean. */
  static void convert(Path vader, Path output) throws IOException {
    try (var reader = Texts.open(vader)) {
      var lines =
          reader
              .lines()
              .map(line -> line.split("\t"))
              .filter(columns -> columns.length >= 2 && isWord(columns[0]))
              .map(columns -> columns[0] + "\t" + columns[1])
              .toList();
      Files.writeString(output, String.join("\n", lines) + "\n");
    }
  }

  private static boolean isWord(String text) {
    return Character.isLetterOrDigit(text.charAt(0))
        && text.chars().anyMatch(Character::isLetter)
        && text.indexOf(' ') < 0;
  }
}
