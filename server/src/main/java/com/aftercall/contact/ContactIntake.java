package com.aftercall.contact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in for contact records, whatever brought them: HTTP, a watched folder, later a
 * stream.
 *
 * <p>Records are committed in batches while the input is still being read, so memory does not grow
 * with it. When {@link #accept} returns, every record that it counts is on the disk.
 */
@Component
public class ContactIntake {

  /** Connect's records have some kilobytes; attributes may add 32 KB. */
  static final int RECORD_LIMIT_BYTES = 1 << 20;

  /** A Kinesis trigger hands over at most 6 MB (AWS Lambda quota on the payload). */
  static final int ENVELOPE_LIMIT_BYTES = 16 << 20;

  private static final int BATCH = 500;

  private static final Pattern KINESIS_EVENT = Pattern.compile("^\\{\\s*\"Records\"\\s*:\\s*\\[");

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ContactRecords records;

  ContactIntake(ContactRecords records) {
    this.records = records;
  }

  /**
   * How many records are committed.
   *
   * @param records all of them
   * @param redelivered those of them that changed nothing
   */
  public record Committed(int records, int redelivered) {

    private Committed and(int more, int changed) {
      return new Committed(records + more, redelivered + more - changed);
    }
  }

  /** Hears at once of a record that cannot be taken. */
  @FunctionalInterface
  public interface Refusals {

    /**
     * Called by the thread that hands the records in.
     *
     * @param index as in {@link IntakeResult.Rejection}
     * @param reason the same
     * @param record as it came; empty if it could not be cut out of the input
     */
    void refused(int index, String reason, byte[] record);
  }

  /**
   * Takes all records of an input, which the caller closes.
   *
   * @throws IOException if the input breaks off; what was read before stays accepted
   */
  public IntakeResult accept(InputStream input) throws IOException {
    var rejected = new ArrayList<IntakeResult.Rejection>();
    var committed =
        accept(
            input,
            (index, reason, record) -> rejected.add(new IntakeResult.Rejection(index, reason)));
    return new IntakeResult(committed.records(), committed.redelivered(), rejected);
  }

  /**
   * The same; what cannot be taken is told and not collected.
   *
   * @throws IOException if the input breaks off; what was read before stays accepted
   */
  public Committed accept(InputStream input, Refusals refusals) throws IOException {
    var batch = new Batch(refusals);
    var splitter = new RecordSplitter(input, ENVELOPE_LIMIT_BYTES);
    for (var piece = splitter.next(); piece != null; piece = splitter.next()) {
      var json = piece.json();
      if (json == null) {
        batch.reject(String.valueOf(piece.problem()));
      } else if (isKinesisEvent(json)) {
        unpack(json, batch);
      } else {
        batch.add(json);
      }
    }
    batch.commit();
    return batch.committed;
  }

  /**
   * Takes what a stream delivered: each delivery holds one record or several.
   *
   * @return with the place of the delivery in the list as index; a delivery of several records may
   *     be named more than once, and its other records are accepted
   */
  public IntakeResult accept(List<byte[]> deliveries) {
    var rejected = new ArrayList<IntakeResult.Rejection>();
    var batch =
        new Batch(
            (index, reason, record) -> rejected.add(new IntakeResult.Rejection(index, reason)));
    try {
      for (var i = 0; i < deliveries.size(); i++) {
        batch.nameAll(i);
        unpackData(deliveries.get(i), batch, "it is empty");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
    batch.commit();
    return new IntakeResult(batch.committed.records(), batch.committed.redelivered(), rejected);
  }

  private static boolean isKinesisEvent(byte[] json) {
    var head =
        new String(json, 0, Math.min(json.length, 64), java.nio.charset.StandardCharsets.UTF_8);
    return KINESIS_EVENT.matcher(head).find();
  }

  /** The data of one stream record may itself hold several contact records. */
  private void unpack(byte[] event, Batch batch) throws IOException {
    JsonNode entries;
    try {
      entries = JSON.readTree(event).path("Records");
    } catch (JacksonException e) {
      batch.reject("the stream event is no valid JSON; send it whole");
      return;
    }
    for (var entry : entries) {
      var data = entry.path("kinesis").path("data");
      if (!data.isString()) {
        batch.reject("the stream record has no kinesis.data");
        continue;
      }
      try {
        unpackData(
            Base64.getDecoder().decode(data.stringValue()), batch, "its kinesis.data is empty");
      } catch (IllegalArgumentException e) {
        batch.reject("its kinesis.data is no base64");
      }
    }
  }

  private static void unpackData(byte[] data, Batch batch, String whenEmpty) throws IOException {
    var splitter = new RecordSplitter(new ByteArrayInputStream(data), RECORD_LIMIT_BYTES);
    var piece = splitter.next();
    if (piece == null) {
      batch.reject(whenEmpty);
    }
    for (; piece != null; piece = splitter.next()) {
      var json = piece.json();
      if (json == null) {
        batch.reject(String.valueOf(piece.problem()));
      } else {
        batch.add(json);
      }
    }
  }

  /** Collects records and commits them some hundreds at a time. */
  private final class Batch {

    private final List<AcceptedRecord> pending = new ArrayList<>();
    private final Refusals refusals;
    private Committed committed = new Committed(0, 0);
    private int index;
    private int step = 1;

    Batch(Refusals refusals) {
      this.refusals = refusals;
    }

    /** From now on all are known by this index. */
    void nameAll(int place) {
      index = place;
      step = 0;
    }

    void add(byte[] json) {
      try {
        if (json.length > RECORD_LIMIT_BYTES) {
          throw new RejectedRecord(
              "it is %d bytes long; at most %d are taken"
                  .formatted(json.length, RECORD_LIMIT_BYTES));
        }
        pending.add(AcceptedRecord.read(json));
        index += step;
      } catch (RejectedRecord e) {
        reject(e.reason(), json);
      }
      if (pending.size() == BATCH) {
        commit();
      }
    }

    void reject(String reason) {
      reject(reason, new byte[0]);
    }

    private void reject(String reason, byte[] record) {
      refusals.refused(index, reason, record);
      index += step;
    }

    void commit() {
      committed = committed.and(pending.size(), records.accept(pending));
      pending.clear();
    }
  }
}
