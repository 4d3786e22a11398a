package com.aftercall.bulk;

import com.aftercall.contact.ContactId;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The ZIP file of one export while it is made: transcripts go in as they come, the two lists of
 * contacts grow beside it and go in last. Nothing is held in memory.
 */
final class ExportFile implements AutoCloseable {

  /** OWASP, "CSV Injection": a cell that begins so is a formula to a spreadsheet. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private final String id;
  private final ExportLines lines;
  private final ObjectStore objects;
  private final Path zipFile;
  private final Path csvFile;
  private final Path jsonFile;
  private final ZipOutputStream zip;
  private final CSVPrinter csv;
  private final Writer json;

  ExportFile(String id, Path folder, ExportLines lines, ObjectStore objects) throws IOException {
    this.id = id;
    this.lines = lines;
    this.objects = objects;
    Files.createDirectories(folder);
    this.zipFile = folder.resolve(id + ".zip");
    this.csvFile = folder.resolve(id + ".csv");
    this.jsonFile = folder.resolve(id + ".ndjson");
    this.zip = new ZipOutputStream(Files.newOutputStream(zipFile), StandardCharsets.UTF_8);
    this.csv = new CSVPrinter(Files.newBufferedWriter(csvFile), CSVFormat.RFC4180);
    this.json = Files.newBufferedWriter(jsonFile);
    csv.printRecord(ExportLines.COLUMNS);
  }

  /** Where the store keeps the file. */
  static ObjectLocation place(String key) {
    return new ObjectLocation("aftercall", key);
  }

  /** Adds contacts; returns those that exist. */
  Set<ContactId> add(Collection<ContactId> contacts) {
    var found = lines.values(contacts);
    try {
      for (var entry : found.entrySet()) {
        add(entry.getKey(), entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.keySet();
  }

  private void add(ContactId contact, Map<String, Object> values) throws IOException {
    for (var value : values.values()) {
      csv.print(harmless(value));
    }
    csv.println();
    json.write(lines.json(contact, values));
    json.write('\n');
    var transcript = lines.transcript(contact, values);
    if (transcript.isPresent()) {
      var name = URLEncoder.encode(contact.value(), StandardCharsets.UTF_8);
      zip.putNextEntry(new ZipEntry("transcripts/" + name + ".txt"));
      zip.write(transcript.get().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }

  private static Object harmless(Object value) {
    return value instanceof String text
            && !text.isEmpty()
            && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : value;
  }

  /** Puts the whole into the object store; returns its key there. */
  String finish() {
    var key = "exports/%s.zip".formatted(id);
    try {
      csv.close();
      json.close();
      addFile("contacts.csv", csvFile);
      addFile("contacts.ndjson", jsonFile);
      zip.close();
      try (var whole = Files.newInputStream(zipFile)) {
        objects.put(place(key), whole);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return key;
  }

  private void addFile(String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, (OutputStream) zip);
    zip.closeEntry();
  }

  /** Removes what lay beside; a file that was not finished is gone. */
  @Override
  public void close() {
    try (zip;
        csv;
        json) {
      Files.deleteIfExists(zipFile);
      Files.deleteIfExists(csvFile);
      Files.deleteIfExists(jsonFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
