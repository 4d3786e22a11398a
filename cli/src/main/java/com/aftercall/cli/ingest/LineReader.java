package com.aftercall.cli.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of bytes into lines, each without its line end. A line is kept whole in memory. */
final class LineReader {

  /** The server takes no record near this; a file without line ends must not fill the memory. */
  static final int LONGEST_LINE = 64 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;

  LineReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next line, empty if it is blank; null at the end.
   *
   * @throws IOException also for a line longer than {@link #LONGEST_LINE}
   */
  byte @Nullable [] next() throws IOException {
    var line = new ByteArrayOutputStream(8192);
    while (at < end || fill()) {
      var stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      line.write(buffer, at, stop - at);
      at = stop + 1;
      if (stop < end) {
        return line.toByteArray();
      }
      if (line.size() > LONGEST_LINE) {
        throw new IOException("a line is longer than 64 MiB; is this file one record a line?");
      }
    }
    return line.size() == 0 ? null : line.toByteArray();
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
