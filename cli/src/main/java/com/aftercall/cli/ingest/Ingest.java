package com.aftercall.cli.ingest;

import com.aftercall.cli.client.AftercallClient;
import com.aftercall.cli.client.IntakeResult;
import com.aftercall.cli.client.Location;
import com.aftercall.cli.client.ProblemException;
import com.aftercall.cli.client.Retry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands files in: records in requests of some hundred, each recording before the record that names
 * it. Doing it again changes nothing. Holds one request in memory, however long the files are.
 */
public final class Ingest implements RecordFile.Sink {

  /** Small enough that the server answers within a second, large enough that the way is nothing. */
  public static final int RECORDS_PER_REQUEST = 500;

  private static final int BYTES_PER_REQUEST = 4 << 20;

  private final @Nullable AftercallClient client;
  private final Retry retry;
  private final Invention invention;
  private final InstantSource clock;
  private final Progress progress;
  private final JsonMapper json = new JsonMapper();
  private final Tally tally = new Tally();
  private final Set<Location> stored = new HashSet<>();
  private final Set<Path> named = new HashSet<>();
  private final List<RecordJson> batch = new ArrayList<>();
  private long batchBytes;
  private Inputs inputs = emptyInputs();

  /**
   * An ingest that has done nothing yet.
   *
   * @param client null for a dry run, which reads everything and sends nothing
   */
  public Ingest(
      @Nullable AftercallClient client,
      Retry retry,
      Invention invention,
      InstantSource clock,
      Progress progress) {
    this.client = client;
    this.retry = retry;
    this.invention = invention;
    this.clock = clock;
    this.progress = progress;
  }

  /** Hands everything in: records first, then recordings that no record named. */
  public Tally run(Inputs files) throws IOException {
    inputs = files;
    for (var file : files.records()) {
      new RecordFile(file, this, this::read).read();
      flush();
    }
    for (var recording : files.audio()) {
      if (!named.contains(recording.toAbsolutePath())) {
        inventFor(recording);
      }
    }
    flush();
    return tally;
  }

  @Override
  public void record(RecordJson record) throws IOException {
    for (var location : record.recordings()) {
      var file = inputs.audioFor(record, location);
      if (file.isPresent()) {
        store(location, file.get());
      }
    }
    add(record);
  }

  @Override
  public void malformed(Path file, long index, String reason) {
    reject("%s, record %d".formatted(file, index), reason);
  }

  private void add(RecordJson record) {
    batch.add(record);
    batchBytes += record.json().length;
    if (batch.size() >= RECORDS_PER_REQUEST || batchBytes >= BYTES_PER_REQUEST) {
      flush();
    }
  }

  private void inventFor(Path recording) throws IOException {
    var contactId = Invention.contactIdOf(recording);
    var location = Invention.locationOf(contactId, recording);
    if (isKnown(contactId)) {
      read(Files.size(recording));
      tally.know();
      progress.advanced(tally);
      return;
    }
    store(location, recording);
    var begun = Files.getLastModifiedTime(recording).toInstant();
    var record = invention.recordFor(contactId, location, begun, clock.instant());
    progress.sent("%s as contact %s".formatted(recording, contactId));
    add(new RecordJson(recording, 0, json.writeValueAsBytes(record), contactId, List.of(location)));
  }

  private boolean isKnown(String contactId) {
    if (client == null) {
      return false;
    }
    var page = retry.of(() -> client.findContact(contactId));
    return page.isPresent()
        && page.get().contactRecord().Attributes().equals(invention.attributes());
  }

  private void store(Location location, Path file) throws IOException {
    named.add(file.toAbsolutePath());
    if (!stored.add(location)) {
      return;
    }
    upload(location, file);
    for (var transcript : Inputs.transcriptsBeside(file).entrySet()) {
      upload(location.withEnding(transcript.getKey()), transcript.getValue());
    }
    tally.upload(Files.size(file));
    if (inputs.audio().contains(file)) {
      read(Files.size(file));
    }
    progress.advanced(tally);
  }

  private void upload(Location location, Path file) {
    progress.sent("%s to %s".formatted(file, location));
    if (client != null) {
      retry.of(
          () -> {
            client.putObject(location, file);
            return location;
          });
    }
  }

  private void flush() {
    if (!batch.isEmpty()) {
      var records = List.copyOf(batch);
      batch.clear();
      batchBytes = 0;
      send(records);
      progress.advanced(tally);
    }
  }

  private void send(List<RecordJson> records) {
    if (client == null) {
      tally.accept(records.size());
      return;
    }
    IntakeResult result;
    try {
      result = retry.of(() -> client.postRecords(linesOf(records)));
    } catch (ProblemException e) {
      result = refused(records, e);
      if (result == null) {
        return;
      }
    }
    tally.accept(result.accepted());
    for (var rejection : result.rejected()) {
      reject(placeOf(records, rejection.index()), rejection.reason());
    }
  }

  /** What a refusal says about each record; null if they were sent again in smaller requests. */
  private @Nullable IntakeResult refused(List<RecordJson> records, ProblemException problem) {
    if (!problem.rejected().isEmpty()) {
      return new IntakeResult(0, problem.rejected());
    }
    if (problem.status() != 400 && problem.status() != 413 && problem.status() != 422) {
      throw problem;
    }
    if (records.size() == 1) {
      reject(records.getFirst().place(), String.valueOf(problem.getMessage()));
      return null;
    }
    var half = records.size() / 2;
    send(records.subList(0, half));
    send(records.subList(half, records.size()));
    return null;
  }

  private void reject(String place, String reason) {
    tally.reject();
    progress.rejected(place, reason);
  }

  private void read(long bytes) {
    tally.read(bytes);
  }

  private static String placeOf(List<RecordJson> records, int index) {
    return index >= 0 && index < records.size()
        ? records.get(index).place()
        : "record %d of a request".formatted(index);
  }

  private static byte[] linesOf(List<RecordJson> records) {
    var lines = new ByteArrayOutputStream();
    for (var record : records) {
      lines.writeBytes(record.json());
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  private static Inputs emptyInputs() {
    try {
      return Inputs.of(List.of());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
