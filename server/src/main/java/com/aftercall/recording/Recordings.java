package com.aftercall.recording;

import com.aftercall.contact.Contact;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.ContactPlan;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectDescription;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recordings of contacts. The audio stays where the contact center put it. */
@Repository
public class Recordings {

  private static final String SELECT =
      """
      select r.contact_id, bucket, object_key, size_bytes, container, encoding, sample_rate_hz,
          channels, duration_millis, r.source, notes, redacted,
          coalesce(s.swapped, o.swapped) as swapped
      from recording r left join channel_swap s on s.contact_id = r.contact_id
          left join source_swap o on o.source = r.source
      """;

  private static final String NOT_DELETED =
      "exists (select from contact c where c.contact_id = r.contact_id and c.deleted_at is null)";

  private final JdbcClient jdbc;
  private final ObjectStore objects;
  private final ContactLensFiles contactLens;
  private final AudioReader reader;
  private final RecordingSettings settings;
  private final InstantSource clock;

  Recordings(
      JdbcClient jdbc,
      ObjectStore objects,
      AudioReader reader,
      RecordingSettings settings,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.objects = objects;
    this.contactLens = new ContactLensFiles(objects);
    this.reader = reader;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Finds the audio, reads what it is and remembers that. Again for the same contact: replaces what
   * is known.
   *
   * @param plan has {@code bucket/key} as the contact record has it, and says whether the redacted
   *     recording is wanted in its place
   * @return what was found, a sentence for the timeline
   * @throws RetryableException with {@code RECORDING_NOT_FOUND} while it is not there
   * @throws PermanentException if it is no audio, or the location is no location
   */
  public String importFor(ContactId contact, ContactPlan plan) {
    var named = parse(plan.location());
    var isRedacted = plan.requested().redactedImport();
    var found =
        isRedacted
            ? contactLens.require(ContactLensFiles.Kind.REDACTED_RECORDING, contact, named)
            : require(named);
    var place = found.location();
    AudioDescription audio;
    try (var input = objects.open(place)) {
      audio = reader.describe(input);
    } catch (IOException e) {
      throw AudioReader.brokenOff(e);
    }
    var duration = audio.duration() == null ? measure(place) : audio.duration();
    new FoundRecording(contact, found, isRedacted, audio, duration).store(jdbc, clock.instant());
    return "%s%s, %s, %d Hz, %s, %d s.%s"
        .formatted(
            isRedacted ? "Redacted by Contact Lens: " : "",
            audio.container(),
            audio.encoding(),
            audio.sampleRateHz(),
            audio.channels() == 1 ? "1 channel" : audio.channels() + " channels",
            duration.toSeconds(),
            audio.missingBytes() == 0
                ? ""
                : " The file ends %,d bytes before its header says; what is there was taken."
                    .formatted(audio.missingBytes()));
  }

  private ObjectDescription require(ObjectLocation place) {
    return objects
        .find(place)
        .orElseThrow(
            () ->
                new RetryableException(
                    FailureCode.RECORDING_NOT_FOUND,
                    "there is no object %s (yet); Connect writes it some minutes after the call"
                        .formatted(place)));
  }

  /** The recording, if it was found. */
  public Optional<Recording> find(ContactId contact) {
    return jdbc.sql(SELECT + "where r.contact_id = ?")
        .param(contact.value())
        .query(this::recording)
        .optional();
  }

  /** The recording at a place; of one of the contacts if several share it. */
  public Optional<Recording> findAt(ObjectLocation location) {
    return jdbc.sql(SELECT + "where bucket = ? and object_key = ? and " + NOT_DELETED + " limit 1")
        .params(location.bucket(), location.key())
        .query(this::recording)
        .optional();
  }

  /** The recording with this key, whatever its bucket; empty if two buckets have one. */
  public Optional<Recording> findByKey(String key) {
    return jdbc.sql(
            SELECT
                + """
                where object_key = ? and
                    (select count(distinct bucket) from recording where object_key = ?) = 1 and
                """
                + NOT_DELETED
                + " limit 1")
        .params(key, key)
        .query(this::recording)
        .optional();
  }

  /**
   * The recording of a contact that must have one by now.
   *
   * @throws PermanentException with {@code NEEDS_EARLIER_STEP}
   */
  public Recording require(ContactId contact) {
    return find(contact)
        .orElseThrow(
            () ->
                new PermanentException(
                    FailureCode.NEEDS_EARLIER_STEP,
                    "the recording of this contact was not imported"));
  }

  /** The samples, from the start; the caller closes the stream. */
  public AudioStream open(Recording recording) {
    return reader.open(objects.open(recording.location()));
  }

  /** The file's bytes as they are, from the start; the caller closes the stream. */
  public InputStream openFile(Recording recording) {
    var input = objects.open(recording.location());
    return new FilterInputStream(input.stream(0)) {
      @Override
      public void close() throws IOException {
        input.close();
      }
    };
  }

  /**
   * Makes sure that the file is as long as the one that was imported.
   *
   * @throws RetryableException with {@code RECORDING_NOT_FOUND} if it is gone
   * @throws PermanentException with {@code NEEDS_EARLIER_STEP} if it is another one
   */
  public void requireUnchanged(ContactId contact) {
    var imported = require(contact);
    var now = require(imported.location()).sizeBytes();
    if (now != imported.sizeBytes()) {
      throw new PermanentException(
          FailureCode.NEEDS_EARLIER_STEP,
          "the recording has changed since it was imported: it had %,d bytes and has %,d; run the step of the recording again"
              .formatted(imported.sizeBytes(), now));
    }
  }

  /**
   * Says who speaks on which channel; holds until said otherwise, whatever the source's rule is.
   */
  public void setSwapped(ContactId contact, boolean swapped) {
    jdbc.sql(
            """
            insert into channel_swap (contact_id, swapped) values (?, ?)
            on conflict (contact_id) do update set swapped = excluded.swapped
            """)
        .param(contact.value())
        .param(swapped)
        .update();
  }

  /** Forgets what was said of this contact alone; what holds for its source holds for it again. */
  public void clearSwapped(ContactId contact) {
    jdbc.sql("delete from channel_swap where contact_id = ?").param(contact.value()).update();
  }

  /** What somebody said of this contact alone about who speaks where, if anybody did. */
  public Optional<Boolean> findSwap(ContactId contact) {
    return jdbc.sql("select swapped from channel_swap where contact_id = ?")
        .param(contact.value())
        .query((row, number) -> row.getBoolean(1))
        .optional();
  }

  /** Replaces what a person should know of the recording. */
  public void setNotes(ContactId contact, List<String> notes) {
    jdbc.sql("update recording set notes = ? where contact_id = ?")
        .param(notes.toArray(String[]::new))
        .param(contact.value())
        .update();
  }

  /**
   * Where audio and chats of a contact lie that belong to no other contact: what its record names,
   * and what was imported. A transfer may name the recording of the contact before it.
   */
  public List<ObjectLocation> ownLocations(Contact contact) {
    var record = contact.record();
    var named =
        Stream.concat(record.recordings().stream(), Stream.ofNullable(record.recording()))
            .flatMap(reference -> Stream.ofNullable(reference.location()))
            .flatMap(location -> location(location).stream());
    var imported = find(contact.id()).map(Recording::location).stream();
    return Stream.concat(named, imported)
        .distinct()
        .filter(location -> !isSharedWithOthers(location, contact.id()))
        .toList();
  }

  /** Removes the audio of a contact from the object store, unless another contact shares it. */
  public void eraseFiles(Contact contact) {
    ownLocations(contact).forEach(objects::delete);
  }

  private boolean isSharedWithOthers(ObjectLocation location, ContactId contact) {
    return jdbc.sql(
            """
            select exists (select from recording
                where bucket = ? and object_key = ? and contact_id <> ?)
            """)
        .params(location.bucket(), location.key(), contact.value())
        .query(Boolean.class)
        .single();
  }

  private static Optional<ObjectLocation> location(String text) {
    try {
      return Optional.of(ObjectLocation.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ObjectLocation parse(@Nullable String location) {
    try {
      return ObjectLocation.parse(Objects.requireNonNullElse(location, ""));
    } catch (IllegalArgumentException e) {
      throw new PermanentException(
          FailureCode.RECORDING_LOCATION_INVALID,
          "the recording's location in the contact record cannot be used: " + e.getMessage(),
          e);
    }
  }

  /** Some containers do not say how long they are; then the samples are counted. */
  private Duration measure(ObjectLocation location) {
    try (var stream = reader.open(objects.open(location))) {
      var buffer = new short[4096 * stream.channels()];
      long frames = 0;
      for (var read = stream.read(buffer, 0, 4096); read > 0; read = stream.read(buffer, 0, 4096)) {
        frames += read;
      }
      return Duration.ofMillis(frames * 1000 / stream.sampleRateHz());
    }
  }

  private Recording recording(ResultSet row, int number) throws SQLException {
    var location = new ObjectLocation(row.getString("bucket"), row.getString("object_key"));
    var swapped = (Boolean) row.getObject("swapped");
    var channels = row.getInt("channels");
    return new Recording(
        new ContactId(row.getString("contact_id")),
        location,
        row.getLong("size_bytes"),
        row.getString("container"),
        row.getString("encoding"),
        row.getInt("sample_rate_hz"),
        channels,
        Duration.ofMillis(row.getLong("duration_millis")),
        new ChannelAssignment(
            swapped == null ? settings.isSwapped(location.toString()) : swapped, channels),
        row.getString("source"),
        row.getBoolean("redacted"),
        List.of((String[]) row.getArray("notes").getArray()));
  }
}
