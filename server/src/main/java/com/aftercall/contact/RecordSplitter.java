package com.aftercall.contact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into JSON objects without reading it whole: one object, objects one after
 * another or one a line, or the elements of arrays. Each object is given exactly as it came, so
 * that it can be kept whole. Only braces, brackets and strings are looked at; whether the inside is
 * valid is for the parser to say.
 *
 * <p>No string of JSON holds a line break. Where one does, the object breaks off, and the next line
 * is looked at afresh, so that one truncated line does not take the others with it.
 *
 * <p>An object above the size limit is passed over without being held in memory.
 */
final class RecordSplitter {

  /** A piece of the input: its bytes, or the reason why it cannot be used. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; a copy of each record would cost time
  record Piece(byte @Nullable [] json, @Nullable String problem) {}

  private static final int BLOCK = 64 * 1024;

  private final InputStream input;
  private final int limitBytes;
  private final byte[] block = new byte[BLOCK];
  private int blockLength;
  private int blockPosition;
  private long consumed;
  private boolean ended;

  /**
   * Reads a stream, which the caller closes.
   *
   * @param limitBytes the longest piece that is given out
   */
  RecordSplitter(InputStream input, int limitBytes) {
    this.input = input;
    this.limitBytes = limitBytes;
  }

  /** The next piece, or null at the end. */
  @Nullable Piece next() throws IOException {
    while (!ended) {
      var c = readByte();
      if (c < 0) {
        return null;
      }
      if (c == '{') {
        return object();
      }
      // Between objects: white space, and the brackets and commas of arrays. A byte order mark too.
      if (!(c <= ' ' || c == '[' || c == ']' || c == ',' || c == 0xEF || c == 0xBB || c == 0xBF)) {
        return notAnObject(c);
      }
    }
    return null;
  }

  private Piece object() throws IOException {
    var start = consumed - 1;
    var json = new ByteArrayOutputStream();
    json.write('{');
    long size = 1;
    var depth = 1;
    var inString = false;
    var escaped = false;
    while (depth > 0) {
      if (blockPosition == blockLength && !fill()) {
        ended = true;
        return new Piece(null, "it breaks off at byte %d; send it whole".formatted(consumed));
      }
      var from = blockPosition;
      while (blockPosition < blockLength && depth > 0) {
        var c = block[blockPosition++];
        if (escaped) {
          escaped = false;
        } else if (inString) {
          if (c == '\n') {
            consumed += blockPosition - from;
            return new Piece(
                null, "it breaks off at byte %d; send it whole".formatted(consumed - 1));
          }
          escaped = c == '\\';
          inString = c != '"';
        } else if (c == '"') {
          inString = true;
        } else if (c == '{' || c == '[') {
          depth++;
        } else if (c == '}' || c == ']') {
          depth--;
        }
      }
      var read = blockPosition - from;
      size += read;
      consumed += read;
      if (size <= limitBytes) {
        json.write(block, from, read);
      } else {
        json.reset();
      }
    }
    return size <= limitBytes
        ? new Piece(json.toByteArray(), null)
        : new Piece(
            null,
            "it is %d bytes long, from byte %d; at most %d are taken"
                .formatted(size, start, limitBytes));
  }

  /** Something else than an object where a record should be: named, then passed over. */
  private Piece notAnObject(int first) throws IOException {
    var start = consumed - 1;
    var inString = first == '"';
    var escaped = false;
    while (true) {
      var c = readByte();
      if (c < 0 || c == '\n' || (!inString && (c == ',' || c == '[' || c == ']'))) {
        break;
      }
      if (!inString && c == '{') {
        blockPosition--;
        consumed--;
        break;
      }
      if (inString && !escaped && c == '"') {
        inString = false;
      }
      escaped = inString && !escaped && c == '\\';
    }
    return new Piece(
        null, "what stands at byte %d is no JSON object; a contact record is one".formatted(start));
  }

  private int readByte() throws IOException {
    if (blockPosition == blockLength && !fill()) {
      ended = true;
      return -1;
    }
    consumed++;
    return block[blockPosition++] & 0xFF;
  }

  private boolean fill() throws IOException {
    blockPosition = 0;
    blockLength = 0;
    var read = input.read(block, 0, BLOCK);
    if (read <= 0) {
      return false;
    }
    blockLength = read;
    return true;
  }
}
