package com.aftercall.transcript.imported;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text file, however they end, with a look ahead and without byte order mark. */
final class Lines {

  private final BufferedReader reader;
  private final TranscriptFile file;
  private final List<String> ahead = new ArrayList<>();
  private long number;

  /** {@code content} must be able to go back two bytes. */
  Lines(BufferedInputStream content, TranscriptFile file) throws IOException {
    content.mark(2);
    var charset = FileFormat.charset(content.readNBytes(2));
    content.reset();
    this.reader =
        new BufferedReader(
            new InputStreamReader(
                content,
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    this.file = file;
  }

  /** The number of the line that {@link #next} gave last, from 1. */
  long number() {
    return number;
  }

  /** The next line, or null after the last. */
  @Nullable String next() throws IOException {
    var line = peek(0);
    if (line != null) {
      ahead.removeFirst();
      number++;
    }
    return line;
  }

  /** A line after the current one, 0 being what {@link #next} gives, or null if there is none. */
  @Nullable String peek(int distance) throws IOException {
    while (ahead.size() <= distance) {
      var line = readLine();
      if (line == null) {
        return null;
      }
      ahead.add(line);
    }
    return ahead.get(distance);
  }

  private @Nullable String readLine() throws IOException {
    try {
      var line = reader.readLine();
      var isFirst = number == 0 && ahead.isEmpty();
      return isFirst && line != null && line.startsWith("\uFEFF") ? line.substring(1) : line;
    } catch (CharacterCodingException notUnicode) {
      throw file.unreadable(
          "after line " + (number + ahead.size()), "the text is not UTF-8; save it as UTF-8");
    }
  }
}
