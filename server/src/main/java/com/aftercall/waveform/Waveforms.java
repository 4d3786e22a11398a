package com.aftercall.waveform;

import com.aftercall.contact.ContactId;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.recording.AudioChannel;
import com.aftercall.recording.Recording;
import com.aftercall.recording.Recordings;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The waveforms of contacts: one object for each zoom level, 16 bit, beside nothing of others. */
@Repository
public class Waveforms {

  /** The bucket that Aftercall keeps what it makes in. */
  private static final String BUCKET = "aftercall";

  private final Recordings recordings;
  private final ObjectStore objects;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  Waveforms(
      Recordings recordings,
      ObjectStore objects,
      JdbcClient jdbc,
      TransactionTemplate transactions) {
    this.recordings = recordings;
    this.objects = objects;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * Draws the waveform of a contact's recording and stores it; again, replaces it.
   *
   * @return what was drawn, a sentence for the timeline
   */
  public String drawFor(ContactId contact) {
    var recording = recordings.require(contact);
    Waveform waveform;
    try (var stream = recordings.open(recording)) {
      waveform = WaveformDrawing.draw(stream);
    }
    for (var level : waveform.levels()) {
      objects.put(place(contact, level.samplesPerPixel()), new ByteArrayInputStream(bytes(level)));
    }
    transactions.executeWithoutResult(status -> remember(contact, waveform));
    recordings.setNotes(contact, notes(recording, waveform.loudness()));
    return "%d points, %d zoom levels."
        .formatted(waveform.levels().getFirst().length(), waveform.levels().size());
  }

  /**
   * The level with this many samples per pixel, or the next coarser one that exists; the coarsest
   * if none is as coarse.
   */
  public Optional<WaveformLevel> find(ContactId contact, int samplesPerPixel) {
    return jdbc.sql(
            """
            select object_key from waveform where contact_id = ?
            order by samples_per_pixel < ?, abs(samples_per_pixel - ?) limit 1
            """)
        .params(contact.value(), samplesPerPixel, samplesPerPixel)
        .query(String.class)
        .optional()
        .map(key -> read(new ObjectLocation(BUCKET, key)));
  }

  /** Removes the files of a contact's waveform; those that are gone already are no error. */
  public void eraseFiles(ContactId contact) {
    jdbc.sql("select object_key from waveform where contact_id = ?")
        .param(contact.value())
        .query(String.class)
        .list()
        .forEach(key -> objects.delete(new ObjectLocation(BUCKET, key)));
  }

  private void remember(ContactId contact, Waveform waveform) {
    jdbc.sql("delete from waveform where contact_id = ?").param(contact.value()).update();
    for (var level : waveform.levels()) {
      jdbc.sql("insert into waveform (contact_id, samples_per_pixel, object_key) values (?, ?, ?)")
          .params(
              contact.value(),
              level.samplesPerPixel(),
              place(contact, level.samplesPerPixel()).key())
          .update();
    }
  }

  private static ObjectLocation place(ContactId contact, int samplesPerPixel) {
    return new ObjectLocation(
        BUCKET, "waveforms/%s/%d.dat".formatted(contact.value(), samplesPerPixel));
  }

  private static byte[] bytes(WaveformLevel level) {
    var bytes = new ByteArrayOutputStream();
    try {
      level.writeDat(bytes, SampleBits.SIXTEEN);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }

  private WaveformLevel read(ObjectLocation location) {
    try (var input = objects.open(location);
        var stream = new BufferedInputStream(input.stream(0), 1 << 16)) {
      return WaveformLevel.readDat(stream);
    } catch (RetryableException e) {
      if (e.code() != FailureCode.RECORDING_NOT_FOUND) {
        throw e;
      }
      throw new PermanentException(
          FailureCode.NEEDS_EARLIER_STEP,
          "the waveform's file is gone from the object store; run the step waveform again",
          e);
    } catch (IOException e) {
      throw new RetryableException(
          FailureCode.STORAGE_UNAVAILABLE, "the waveform's file cannot be read", e);
    }
  }

  /** What the levels tell about the recording that a person should know. */
  private static List<String> notes(Recording recording, ChannelLevels loudness) {
    var notes = new ArrayList<String>();
    if (recording.channels() > 1 && loudness.isDualMono()) {
      notes.add("Both channels hold the same sound, so every word appears on both sides.");
    }
    for (var channel = 0; channel < recording.channels(); channel++) {
      if (loudness.isSilent(new AudioChannel(channel))) {
        notes.add("Channel %d is silent from start to end.".formatted(channel));
      }
    }
    return notes;
  }
}
