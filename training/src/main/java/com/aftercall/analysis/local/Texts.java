package com.aftercall.analysis.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens the text files of the training and evaluation data. */
final class Texts {

  private Texts() {}

  /** UTF-8, unpacked when the name ends in .gz. */
  static BufferedReader open(Path file) throws IOException {
    var stream = Files.newInputStream(file);
    var content = file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
    return new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
  }
}
