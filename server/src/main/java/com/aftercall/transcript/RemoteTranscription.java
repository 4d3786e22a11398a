package com.aftercall.transcript;

import com.aftercall.contact.ContactId;
import com.aftercall.failure.AftercallException;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.NotYet;
import com.aftercall.failure.PermanentException;
import com.aftercall.recording.Recording;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import com.aftercall.transcript.spi.RecordingTranscriber;
import com.aftercall.transcript.spi.RecordingTranscriber.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Transcripts that are made elsewhere. Each passage of a contact does one thing (start the job, or
 * look at it) and ends with {@link NotYet} until the result is there; so nothing waits in a thread,
 * and a server that is stopped goes on where it was.
 */
@Component
class RemoteTranscription {

  private static final Logger log = LoggerFactory.getLogger(RemoteTranscription.class);

  private static final Duration WAIT_FOR_A_PLACE = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final double GROWTH = 1.5;

  private final ObjectProvider<RecordingTranscriber> transcribers;
  private final RemoteJobRows rows;
  private final ObjectStore objects;
  private final InstantSource clock;

  RemoteTranscription(
      ObjectProvider<RecordingTranscriber> transcribers,
      RemoteJobRows rows,
      ObjectStore objects,
      InstantSource clock) {
    this.transcribers = transcribers;
    this.rows = rows;
    this.objects = objects;
    this.clock = clock;
  }

  /**
   * The finished transcript.
   *
   * @param language what is spoken; empty: to be found out there
   * @throws NotYet while it is being made
   */
  ObjectLocation transcribe(
      RecordingTranscriber transcriber, Recording recording, Optional<LanguageCode> language) {
    var address = address(transcriber, recording);
    var job = current(recording.contact(), address + " " + transcriber.variant(language));
    return switch (job.state()) {
      case NEW, SPENT ->
          throw start(
              transcriber,
              job,
              new RecordingTranscriber.Job(
                  job.name(), address, recording.mediaType(), recording.channels(), language));
      case RUNNING -> look(transcriber, job);
      case DONE -> Objects.requireNonNull(job.result());
    };
  }

  private String address(RecordingTranscriber transcriber, Recording recording) {
    return objects
        .s3Address(recording.location())
        .orElseThrow(
            () ->
                new PermanentException(
                    FailureCode.ENGINE_MISSING,
                    "%s reads recordings from Amazon S3 alone, and %s is kept in a folder of this server; choose another engine, or name the bucket in aftercall.storage.s3.buckets"
                        .formatted(transcriber.title(), recording.location())));
  }

  /** The job for this work; one for other work, and one that is spent, make room for the next. */
  private RemoteJob current(ContactId contact, String work) {
    var known = rows.find(contact);
    if (known.isPresent() && known.get().work().equals(work)) {
      var job = known.get();
      return job.state() == RemoteJob.State.SPENT ? stored(job.next()) : job;
    }
    return stored(RemoteJob.first(contact, work));
  }

  private RemoteJob stored(RemoteJob job) {
    rows.store(job);
    return job;
  }

  private NotYet start(
      RecordingTranscriber transcriber, RemoteJob job, RecordingTranscriber.Job order) {
    var limits = transcriber.limits();
    var now = clock.instant();
    if (!rows.takePlace(job, limits, now)) {
      return new NotYet(
          now.plus(WAIT_FOR_A_PLACE),
          "Waits for a place at %s; %d jobs may be at work, %d may begin in a second."
              .formatted(transcriber.title(), limits.jobs(), limits.startsPerSecond()));
    }
    try {
      transcriber.start(order);
    } catch (AftercallException e) {
      rows.store(job);
      throw e;
    }
    log.info("Job {} of contact {} is ordered", job.name(), job.contact());
    return working(transcriber, now, limits.firstLook());
  }

  private static NotYet working(RecordingTranscriber transcriber, Instant now, Duration wait) {
    return new NotYet(
        now.plus(wait),
        "%s is at work; it is asked again in %d s."
            .formatted(transcriber.title(), Math.max(1, wait.toSeconds())));
  }

  private ObjectLocation look(RecordingTranscriber transcriber, RemoteJob job) {
    return switch (transcriber.look(job.name())) {
      case State.Done done -> {
        rows.store(job.doneWith(done.result()));
        yield done.result();
      }
      case State.Working working -> throw lookAgain(transcriber, job);
      case State.Failed failed -> {
        rows.spend(job.contact());
        throw new PermanentException(
            FailureCode.ENGINE_FAILED,
            "%s could not transcribe the recording: %s"
                .formatted(transcriber.title(), failed.reason()));
      }
      case State.Unknown unknown -> {
        // The server died between writing it down and ordering it, or somebody deleted the job.
        rows.store(job.asNew());
        throw new NotYet(
            clock.instant(),
            "%s does not know the job; it is ordered again.".formatted(transcriber.title()));
      }
    };
  }

  private NotYet lookAgain(RecordingTranscriber transcriber, RemoteJob job) {
    var now = clock.instant();
    var startedAt = Objects.requireNonNullElse(job.startedAt(), now);
    if (now.isAfter(startedAt.plus(RemoteJobRows.LONGEST))) {
      rows.spend(job.contact());
      throw new PermanentException(
          FailureCode.ENGINE_FAILED,
          "%s did not end the job in %d hours"
              .formatted(transcriber.title(), RemoteJobRows.LONGEST.toHours()));
    }
    rows.store(job.lookedAt());
    return working(transcriber, now, wait(transcriber.limits().firstLook(), job.looks() + 1));
  }

  /** Long recordings take long; asking for them often would use up what all may ask. */
  private static Duration wait(Duration first, int looks) {
    var millis = first.toMillis() * Math.pow(GROWTH, Math.min(looks, 30));
    return millis > LONGEST_WAIT.toMillis() ? LONGEST_WAIT : Duration.ofMillis((long) millis);
  }

  /** The next transcription of the contact is made by a job of its own. */
  void renew(ContactId contact) {
    rows.spend(contact);
  }

  /** Removes what the contact left there: the result, and the job as far as that goes. */
  void erase(ContactId contact) {
    var job = rows.find(contact).orElse(null);
    var transcriber = transcribers.getIfAvailable();
    if (job == null || transcriber == null) {
      return;
    }
    if (job.result() != null) {
      objects.delete(job.result());
    }
    try {
      transcriber.forget(job.name());
    } catch (AftercallException e) {
      log.warn(
          "Job {} of contact {} could not be deleted ({}); {} deletes it by itself after 90 days",
          job.name(),
          contact,
          e.code(),
          transcriber.title());
    }
  }
}
