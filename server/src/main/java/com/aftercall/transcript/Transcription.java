package com.aftercall.transcript;

import com.aftercall.contact.Contact;
import com.aftercall.contact.ContactPlan;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.recording.AudioChannel;
import com.aftercall.recording.ChannelAssignment;
import com.aftercall.recording.Recording;
import com.aftercall.recording.Recordings;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import com.aftercall.transcript.imported.FinishedTranscript;
import com.aftercall.transcript.imported.FinishedTranscripts;
import com.aftercall.transcript.spi.RecordingTranscriber;
import com.aftercall.transcript.spi.TranscriptionEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.springframework.stereotype.Component;

/** Makes a transcript: from Contact Lens, a finished one beside the recording, or by an engine. */
@Component
class Transcription {

  /** In place of a language code: the engine finds out what is spoken. */
  private static final String AUTO = "auto";

  private final ObjectStore objects;
  private final Recordings recordings;
  private final Engines engines;
  private final RemoteTranscription remote;
  private final ContactLensAnalyses contactLens;
  private final Redaction redaction;

  Transcription(
      ObjectStore objects,
      Recordings recordings,
      Engines engines,
      RemoteTranscription remote,
      ContactLensAnalyses contactLens,
      Redaction redaction) {
    this.objects = objects;
    this.recordings = recordings;
    this.engines = engines;
    this.remote = remote;
    this.contactLens = contactLens;
    this.redaction = redaction;
  }

  /** What was said, without what shall be masked. */
  Redaction.Masked transcribe(
      Contact contact, ContactPlan plan, EngineGate gate, DoubleConsumer progress) {
    if (plan.contactLens()) {
      return contactLens.importFor(contact, plan);
    }
    contactLens.forget(contact.id());
    return redaction.mask(write(contact, plan, gate, progress));
  }

  private StoredTranscript write(
      Contact contact, ContactPlan plan, EngineGate gate, DoubleConsumer progress) {
    if (contact.record().isChat()) {
      return readChat(plan);
    }
    var recording = recordings.require(contact.id());
    var finished =
        engines.takesFinished() ? findFinished(recording) : Optional.<ObjectLocation>empty();
    if (finished.isPresent()) {
      return read(finished.get(), plan, recording.assignment().swapped());
    }
    var elsewhere = engines.elsewhere();
    if (elsewhere.isPresent()) {
      return readRemote(recording, plan, elsewhere.get());
    }
    var language = language(plan);
    redaction.requireReadable(language);
    var engine = engines.choose(language);
    return gate.pass(() -> hear(recording, language, engine, progress));
  }

  /** Chats are written down already. */
  private StoredTranscript readChat(ContactPlan plan) {
    try {
      return read(ObjectLocation.parse(String.valueOf(plan.location())), plan, false);
    } catch (IllegalArgumentException e) {
      throw new PermanentException(
          FailureCode.RECORDING_LOCATION_INVALID,
          "the chat transcript's location in the contact record cannot be used: " + e.getMessage(),
          e);
    }
  }

  private StoredTranscript readRemote(
      Recording recording, ContactPlan plan, RecordingTranscriber transcriber) {
    var language =
        isToBeFoundOut(plan) ? Optional.<LanguageCode>empty() : Optional.of(language(plan));
    var place = remote.transcribe(transcriber, recording, language);
    var heard = read(place, plan, recording.assignment().swapped());
    return new StoredTranscript(
        transcriber.name(),
        StoredTranscript.Quality.GOOD,
        null,
        heard.language(),
        heard.channels(),
        heard.audioChannels(),
        heard.assignment(),
        List.of());
  }

  private static boolean isToBeFoundOut(ContactPlan plan) {
    return AUTO.equalsIgnoreCase(String.valueOf(plan.language()).strip());
  }

  private Optional<ObjectLocation> findFinished(Recording recording) {
    return FinishedTranscripts.besides(recording.location()).stream()
        .filter(place -> !isContactLens(recording, place))
        .filter(place -> objects.find(place).isPresent())
        .findFirst();
  }

  /** Beside the recording that Contact Lens redacted lies its analysis, under the same name. */
  private static boolean isContactLens(Recording recording, ObjectLocation place) {
    return recording.redacted() && place.equals(recording.location().withExtension("json"));
  }

  private StoredTranscript read(ObjectLocation place, ContactPlan plan, boolean swapped) {
    FinishedTranscript finished;
    try (var input = objects.open(place);
        var stream = input.stream(0)) {
      finished = FinishedTranscripts.read(stream, place.fileName());
    } catch (IOException e) {
      throw new RetryableException(
          FailureCode.STORAGE_UNAVAILABLE,
          "the store broke off while %s was read".formatted(place),
          e);
    }
    return new StoredTranscript(
        finished.format(),
        StoredTranscript.Quality.FINISHED,
        null,
        finished.language().or(() -> TranscribeLanguages.parse(String.valueOf(plan.language()))),
        finished.channels(),
        finished.audioChannels(),
        finished.assignment(swapped),
        List.of());
  }

  private static LanguageCode language(ContactPlan plan) {
    var text = String.valueOf(plan.language());
    if (isToBeFoundOut(plan)) {
      throw new PermanentException(
          FailureCode.LANGUAGE_UNKNOWN,
          "the language is 'auto', and only the engine amazon-transcribe finds out what is spoken; name the language, such as en-US");
    }
    return TranscribeLanguages.parse(text)
        .orElseThrow(
            () ->
                new PermanentException(
                    FailureCode.LANGUAGE_UNKNOWN, TranscribeLanguages.explainUnknown(text)));
  }

  private StoredTranscript hear(
      Recording recording,
      LanguageCode language,
      TranscriptionEngine engine,
      DoubleConsumer progress) {
    var description = engine.description();
    var channels = new ArrayList<ChannelTranscript>();
    for (var index = 0; index < recording.channels(); index++) {
      channels.add(hear(recording, new AudioChannel(index), language, engine, progress));
    }
    return new StoredTranscript(
        description.name(),
        switch (description.quality()) {
          case DRAFT -> StoredTranscript.Quality.DRAFT;
          case GOOD -> StoredTranscript.Quality.GOOD;
        },
        description.advice().isEmpty() ? null : description.advice(),
        Optional.of(language),
        channels,
        true,
        new ChannelAssignment(recording.assignment().swapped(), recording.channels()),
        List.of());
  }

  private ChannelTranscript hear(
      Recording recording,
      AudioChannel channel,
      LanguageCode language,
      TranscriptionEngine engine,
      DoubleConsumer progress) {
    var items = new ArrayList<TranscriptItem>();
    var millis = Math.max(1, recording.duration().toMillis());
    try (var stream = recordings.open(recording);
        var session = engine.open(language)) {
      var speech = new ChannelSpeech(stream, channel, engine.description().sampleRateHz());
      while (speech.hasNext()) {
        items.addAll(session.transcribe(speech.next()));
        var heard = Math.min(1, (double) speech.position().toMillis() / millis);
        progress.accept((channel.index() + heard) / recording.channels());
      }
    }
    return new ChannelTranscript(channel, items);
  }
}
