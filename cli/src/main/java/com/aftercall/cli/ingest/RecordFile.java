package com.aftercall.cli.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the contact records of one file as a stream: one record a line ({@code .ndjson}, {@code
 * .jsonl}), or JSON that holds a record, several after one another, an array of them, or the event
 * of a Kinesis trigger; each also packed with gzip.
 */
final class RecordFile {

  /** Where records go. */
  interface Sink {

    /** Takes the next record. */
    void record(RecordJson record) throws IOException;

    /** Learns that a record cannot be read. */
    void malformed(Path file, long index, String reason);
  }

  private final Path file;
  private final Sink sink;
  private final LongConsumer bytesRead;
  private final JsonMapper json = new JsonMapper();
  private long index;

  /**
   * A reader of that file.
   *
   * @param bytesRead told how many more bytes of the file have been read
   */
  RecordFile(Path file, Sink sink, LongConsumer bytesRead) {
    this.file = file;
    this.sink = sink;
    this.bytesRead = bytesRead;
  }

  /** Reads to the end. Records that cannot be read are named, and the others are read. */
  void read() throws IOException {
    try (var in = open()) {
      if (Inputs.isLines(file)) {
        readLines(in);
      } else {
        readValues(in);
      }
    }
  }

  private InputStream open() throws IOException {
    InputStream counted = new Counting(Files.newInputStream(file));
    var raw = new BufferedInputStream(counted, 1 << 16);
    var in =
        new BufferedInputStream(Inputs.isPacked(file) ? new GZIPInputStream(raw) : raw, 1 << 16);
    in.mark(3);
    var begin = in.readNBytes(3);
    var mark = begin.length == 3 && begin[0] == (byte) 0xEF && begin[1] == (byte) 0xBB;
    if (!mark) {
      in.reset();
    }
    return in;
  }

  private void readLines(InputStream in) throws IOException {
    var lines = new LineReader(in);
    for (var line = lines.next(); line != null; line = lines.next()) {
      if (!new String(line, 0, Math.min(line.length, 64), UTF_8).isBlank()) {
        take(line);
      }
    }
  }

  private void readValues(InputStream in) throws IOException {
    try (var parser = json.createParser(in)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            take(copy(parser));
          }
        } else {
          take(copy(parser));
        }
      }
    } catch (JacksonException e) {
      sink.malformed(file, index, "%s; what follows was not read".formatted(reason(e)));
    }
  }

  private byte[] copy(JsonParser parser) {
    var bytes = new ByteArrayOutputStream(8192);
    try (var generator = json.createGenerator(bytes)) {
      generator.copyCurrentStructureExact(parser);
    }
    return bytes.toByteArray();
  }

  private void take(byte[] record) throws IOException {
    var place = index++;
    RecordFacts facts;
    try {
      facts = RecordFacts.read(record, json);
    } catch (JacksonException e) {
      sink.malformed(file, place, reason(e));
      return;
    }
    if (facts.isEvent()) {
      index = place;
      takeEvent(record);
    } else {
      sink.record(new RecordJson(file, place, record, facts.contactId(), facts.recordings()));
    }
  }

  private void takeEvent(byte[] event) throws IOException {
    for (var item : json.readTree(event).path("Records")) {
      try {
        take(Base64.getDecoder().decode(item.path("kinesis").path("data").asString("")));
      } catch (IllegalArgumentException e) {
        sink.malformed(file, index++, "kinesis.data is not base64");
      }
    }
  }

  private static String reason(JacksonException failure) {
    var place = failure.getLocation();
    var where =
        place == null || place.getLineNr() < 0
            ? ""
            : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
    return "not valid JSON: %s%s".formatted(failure.getOriginalMessage(), where);
  }

  private final class Counting extends FilterInputStream {

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var value = super.read();
      bytesRead.accept(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      var count = super.read(buffer, offset, length);
      bytesRead.accept(Math.max(0, count));
      return count;
    }
  }
}
