package com.aftercall.transcript.spi;

import com.aftercall.storage.ObjectLocation;
import com.aftercall.transcript.LanguageCode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Transcribes whole recordings somewhere else. Nobody waits for it: a job is started, looked at now
 * and then, and its result is a finished transcript in the object store. Each method throws {@link
 * com.aftercall.failure.RetryableException} or {@link com.aftercall.failure.PermanentException}.
 */
public interface RecordingTranscriber {

  /** As in the configuration, such as {@code amazon-transcribe}. */
  String name();

  /** As people read it, such as {@code Amazon Transcribe}. */
  String title();

  /** Every code that it takes. */
  Set<LanguageCode> languages();

  /** How much it may be asked for, by all servers of a database together. */
  Limits limits();

  /**
   * Tells apart what gives different transcripts of the same recording, such as the vocabulary.
   *
   * @param language what is spoken; empty: to be found out
   */
  String variant(Optional<LanguageCode> language);

  /**
   * Starts a job. One with this name that is there already is left as it is, if it hears the same
   * recording.
   */
  void start(Job job);

  /** How far a job is. */
  State look(String name);

  /** Forgets a job, if there is one; its result is left. */
  void forget(String name);

  /**
   * What is to be done.
   *
   * @param name names the job there; letters, digits, hyphens, dots and underscores
   * @param recording its address for services of AWS, {@code s3://bucket/key}
   * @param mediaType such as {@code audio/wav}
   * @param channels of the recording
   * @param language what is spoken; empty: to be found out
   */
  record Job(
      String name,
      String recording,
      String mediaType,
      int channels,
      Optional<LanguageCode> language) {}

  /**
   * How much may be asked.
   *
   * @param jobs at work at a time
   * @param startsPerSecond jobs begun in one second
   * @param firstLook from a job's start to the first look at it; later ones come less often
   */
  record Limits(int jobs, int startsPerSecond, Duration firstLook) {}

  /** How far a job is. */
  sealed interface State {

    /** It is queued or at work. */
    record Working() implements State {}

    /**
     * It is done.
     *
     * @param result the finished transcript
     */
    record Done(ObjectLocation result) implements State {}

    /**
     * It failed, and will not go on.
     *
     * @param reason as given there; fit to be shown
     */
    record Failed(String reason) implements State {}

    /** There is no such job (any more). */
    record Unknown() implements State {}
  }
}
