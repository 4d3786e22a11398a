package com.aftercall.transcript;

import com.aftercall.contact.Contact;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.ContactPlan;
import com.aftercall.recording.ChannelAssignment;
import com.aftercall.recording.Recordings;
import com.aftercall.storage.ObjectStore;
import com.aftercall.transcript.imported.FinishedTranscripts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The transcripts of contacts. */
@Repository
public class Transcripts {

  private final Transcription transcription;
  private final RemoteTranscription remote;
  private final ContactLensAnalyses contactLens;
  private final Recordings recordings;
  private final CorrectionRows corrections;
  private final ObjectStore objects;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  Transcripts(
      Transcription transcription,
      RemoteTranscription remote,
      ContactLensAnalyses contactLens,
      Recordings recordings,
      CorrectionRows corrections,
      ObjectStore objects,
      JdbcClient jdbc,
      InstantSource clock) {
    this.transcription = transcription;
    this.remote = remote;
    this.contactLens = contactLens;
    this.recordings = recordings;
    this.corrections = corrections;
    this.objects = objects;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What a list shows of a transcript.
   *
   * @param engine what made it
   * @param quality what to expect of the words
   * @param advice what to do to get a better one, or null
   * @param language a code, or null
   * @param turns how many
   * @param words how many
   */
  public record Summary(
      String engine,
      StoredTranscript.Quality quality,
      @Nullable String advice,
      @Nullable String language,
      int turns,
      int words) {}

  /**
   * Writes down what was said, with the best engine that is present, and stores it; again, replaces
   * it.
   *
   * @param gate let through before an engine is put to work; finished transcripts need none
   * @param progress told how far it is, in [0, 1]; may throw to stop the work
   * @return what was done, a sentence for the timeline
   */
  public String transcribe(
      Contact contact, ContactPlan plan, EngineGate gate, DoubleConsumer progress) {
    var masked = transcription.transcribe(contact, plan, gate, progress);
    var transcript = masked.transcript();
    var turns = transcript.turns().size();
    store(contact.id(), transcript, turns);
    return transcript.words() == 0
        ? "%s: nobody said anything that was understood.".formatted(transcript.engine())
        : "%s: %d words in %d turns.%s"
            .formatted(transcript.engine(), transcript.words(), turns, masked.note());
  }

  /** The transcript, if there is one. */
  public Optional<StoredTranscript> find(ContactId contact) {
    return jdbc.sql("select * from transcript where contact_id = ?")
        .param(contact.value())
        .query((row, number) -> transcript(contact, row))
        .optional();
  }

  /** Keeps the transcript from being replaced until the transaction ends. */
  void lock(ContactId contact) {
    jdbc.sql("select 1 from transcript where contact_id = ? for update")
        .param(contact.value())
        .query()
        .listOfRows();
  }

  /** When a transcript that is there was made. */
  Instant requireStoredAt(ContactId contact) {
    return jdbc.sql("select stored_at from transcript where contact_id = ?")
        .param(contact.value())
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  /**
   * Whether a rule about its source says who speaks in it; so it is for a contact without
   * transcript, and not for a finished one that told its speakers apart by names.
   */
  public boolean followsSource(ContactId contact) {
    return jdbc.sql("select audio_channels from transcript where contact_id = ?")
        .param(contact.value())
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  /** Summaries of those contacts that have a transcript. */
  public Map<ContactId, Summary> summaries(Collection<ContactId> contacts) {
    Map<ContactId, Summary> found = new HashMap<>();
    jdbc.sql(
            """
            select contact_id, engine, quality, advice, language, turns, words from transcript
            where contact_id = any(?)
            """)
        .param(contacts.stream().map(ContactId::value).toArray(String[]::new))
        .query(
            (row, number) ->
                found.put(
                    new ContactId(row.getString("contact_id")),
                    new Summary(
                        row.getString("engine"),
                        quality(row),
                        row.getString("advice"),
                        row.getString("language"),
                        row.getInt("turns"),
                        row.getInt("words"))))
        .list();
    return found;
  }

  /** What was made elsewhere before is not taken again; the next transcription is made anew. */
  public void renew(ContactId contact) {
    remote.renew(contact);
  }

  /**
   * Removes what a transcription elsewhere left, what Contact Lens wrote, and finished transcripts
   * that lie beside the contact's recording, unless another contact shares that. To be called while
   * the recording is still known.
   */
  public void eraseFiles(Contact contact) {
    remote.erase(contact.id());
    contactLens.eraseFile(contact.id());
    recordings.ownLocations(contact).stream()
        .flatMap(recording -> FinishedTranscripts.besides(recording).stream())
        .forEach(objects::delete);
  }

  private void store(ContactId contact, StoredTranscript transcript, int turns) {
    jdbc.sql(
            """
            insert into transcript (contact_id, engine, quality, advice, language, channels, turns,
                words, audio_channels, channel_count, stored_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (contact_id) do update set engine = excluded.engine,
                quality = excluded.quality, advice = excluded.advice, language = excluded.language,
                channels = excluded.channels, turns = excluded.turns, words = excluded.words,
                audio_channels = excluded.audio_channels,
                channel_count = excluded.channel_count, stored_at = excluded.stored_at
            """)
        .param(contact.value())
        .param(transcript.engine())
        .param(transcript.quality().name().toLowerCase(Locale.ROOT))
        .param(transcript.advice())
        .param(transcript.language().map(LanguageCode::value).orElse(null))
        .param(TranscriptJson.write(transcript.channels()))
        .param(turns)
        .param(transcript.words())
        .param(transcript.audioChannels())
        .param(transcript.assignment().channels())
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  private StoredTranscript transcript(ContactId contact, ResultSet row) throws SQLException {
    var audioChannels = row.getBoolean("audio_channels");
    return new StoredTranscript(
        row.getString("engine"),
        quality(row),
        row.getString("advice"),
        Optional.ofNullable(row.getString("language")).map(LanguageCode::new),
        TranscriptJson.read(row.getString("channels")),
        audioChannels,
        new ChannelAssignment(isSwapped(contact, audioChannels), row.getInt("channel_count")),
        corrections.all(contact));
  }

  /** The source's rule is about audio channels; what a person said holds in any case. */
  private boolean isSwapped(ContactId contact, boolean audioChannels) {
    return audioChannels
        ? recordings.find(contact).map(found -> found.assignment().swapped()).orElse(false)
        : recordings.findSwap(contact).orElse(false);
  }

  private static StoredTranscript.Quality quality(ResultSet row) throws SQLException {
    return StoredTranscript.Quality.valueOf(row.getString("quality").toUpperCase(Locale.ROOT));
  }
}
