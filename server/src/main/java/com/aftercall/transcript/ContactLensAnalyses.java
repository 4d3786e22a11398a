package com.aftercall.transcript;

import com.aftercall.contact.Contact;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.ContactPlan;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.recording.ContactLensFiles;
import com.aftercall.storage.ObjectDescription;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import com.aftercall.transcript.imported.FinishedTranscripts;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Contact Lens found out about calls: the transcript, and how the two talked. */
@Repository
public class ContactLensAnalyses {

  /** A call of ten hours has about 20 MB. */
  private static final int MAX_BYTES = 50_000_000;

  private static final String ENGINE = "Amazon Connect Contact Lens";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ObjectStore objects;
  private final ContactLensFiles files;
  private final JdbcClient jdbc;
  private final Redaction redaction;
  private final InstantSource clock;

  ContactLensAnalyses(
      ObjectStore objects, JdbcClient jdbc, Redaction redaction, InstantSource clock) {
    this.objects = objects;
    this.redaction = redaction;
    this.files = new ContactLensFiles(objects);
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The analysis, if one was imported. */
  public Optional<ContactLensAnalysis> find(ContactId contact) {
    return jdbc.sql("select analysis from contact_lens where contact_id = ?")
        .param(contact.value())
        .query(String.class)
        .optional()
        .map(json -> JSON.readValue(json, ContactLensAnalysis.class));
  }

  /** Its turns as the original attached them, if there are any: JSON in ASCII. */
  public Optional<String> findTurns(ContactId contact) {
    return jdbc.sql("select turns from contact_lens where contact_id = ? and turns <> ''")
        .param(contact.value())
        .query(String.class)
        .optional();
  }

  /**
   * Reads the newest file of a contact and keeps its figures; again, replaces them.
   *
   * @return the transcript in it, masked if that is on
   * @throws RetryableException with {@code CONTACT_LENS_NOT_FOUND} while there is no file
   * @throws PermanentException with {@code TRANSCRIPT_UNREADABLE} if it is none of this contact's
   */
  Redaction.Masked importFor(Contact contact, ContactPlan plan) {
    var found = files.require(kind(plan), contact.id(), recording(plan));
    var name = found.location().fileName();
    var file = tree(content(found), name);
    check(file, contact.id(), name);
    var language =
        TranscribeLanguages.parse(file.path("LanguageCode").asString(""))
            .or(() -> TranscribeLanguages.parse(String.valueOf(plan.language())));
    var note =
        MaskedContactLens.in(file, redaction, language)
            .map(redaction::note)
            .orElseGet(() -> redaction.note(language));
    var heard = FinishedTranscripts.read(JSON.writeValueAsBytes(file), name);
    store(contact.id(), found.location(), file);
    return new Redaction.Masked(
        new StoredTranscript(
            ENGINE,
            StoredTranscript.Quality.FINISHED,
            null,
            language,
            heard.channels(),
            false,
            heard.assignment(false),
            List.of()),
        note);
  }

  /** Whoever asks for the redacted recording shall not read what is cut out of it. */
  private static ContactLensFiles.Kind kind(ContactPlan plan) {
    return plan.requested().redactedImport()
        ? ContactLensFiles.Kind.REDACTED_ANALYSIS
        : ContactLensFiles.Kind.ANALYSIS;
  }

  private static ObjectLocation recording(ContactPlan plan) {
    try {
      return ObjectLocation.parse(String.valueOf(plan.location()));
    } catch (IllegalArgumentException e) {
      throw new PermanentException(
          FailureCode.RECORDING_LOCATION_INVALID,
          "the recording's location in the contact record cannot be used: " + e.getMessage(),
          e);
    }
  }

  private byte[] content(ObjectDescription found) {
    if (found.sizeBytes() > MAX_BYTES) {
      throw unreadable(found.location().fileName(), "is longer than %d bytes".formatted(MAX_BYTES));
    }
    try (var input = objects.open(found.location());
        var stream = input.stream(0)) {
      return stream.readNBytes(MAX_BYTES);
    } catch (IOException e) {
      throw new RetryableException(
          FailureCode.STORAGE_UNAVAILABLE,
          "the store broke off while %s was read".formatted(found.location()),
          e);
    }
  }

  private static JsonNode tree(byte[] content, String name) {
    try {
      return JSON.readTree(content);
    } catch (JacksonException malformed) {
      // Jackson quotes what it read, and that is private: neither its message nor it is passed on.
      throw unreadable(name, "is broken JSON");
    }
  }

  private static void check(JsonNode file, ContactId contact, String name) {
    var owner = file.at("/CustomerMetadata/ContactId").asString(contact.value());
    if (!owner.equals(contact.value())) {
      throw unreadable(name, "says that it is of another contact");
    }
    if (file.path("JobStatus").asString("").equals("FAILED")) {
      throw unreadable(name, "says that the analysis of Contact Lens failed");
    }
  }

  private static PermanentException unreadable(String name, String what) {
    return new PermanentException(
        FailureCode.TRANSCRIPT_UNREADABLE,
        "the file of Contact Lens, %s, %s".formatted(name, what));
  }

  private void store(ContactId contact, ObjectLocation place, JsonNode file) {
    jdbc.sql(
            """
            insert into contact_lens (contact_id, bucket, object_key, analysis, turns, stored_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (contact_id) do update set bucket = excluded.bucket,
                object_key = excluded.object_key, analysis = excluded.analysis,
                turns = excluded.turns, stored_at = excluded.stored_at
            """)
        .params(
            contact.value(),
            place.bucket(),
            place.key(),
            JSON.writeValueAsString(ContactLensFormat.analysis(file)),
            ContactLensFormat.turns(file),
            Timestamp.from(clock.instant()))
        .update();
  }

  /** The transcript is made otherwise now; what Contact Lens found out goes with its own. */
  void forget(ContactId contact) {
    jdbc.sql("delete from contact_lens where contact_id = ?").param(contact.value()).update();
  }

  /** Removes the file that was imported. Its name begins with the contact, so nobody shares it. */
  void eraseFile(ContactId contact) {
    jdbc.sql("select bucket, object_key from contact_lens where contact_id = ?")
        .param(contact.value())
        .query((row, number) -> new ObjectLocation(row.getString(1), row.getString(2)))
        .optional()
        .ifPresent(objects::delete);
  }
}
