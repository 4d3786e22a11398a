package com.aftercall.transcript.aws;

import com.aftercall.aws.AwsFailures;
import com.aftercall.failure.AftercallException;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.TranscribeLanguages;
import com.aftercall.transcript.spi.RecordingTranscriber;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.transcribe.TranscribeClient;
import software.amazon.awssdk.services.transcribe.model.BadRequestException;
import software.amazon.awssdk.services.transcribe.model.ConflictException;
import software.amazon.awssdk.services.transcribe.model.LimitExceededException;
import software.amazon.awssdk.services.transcribe.model.NotFoundException;
import software.amazon.awssdk.services.transcribe.model.TranscriptionJob;

/** Transcribes recordings with batch jobs of Amazon Transcribe. */
final class AmazonTranscribe implements RecordingTranscriber, AutoCloseable {

  static final String NAME = "amazon-transcribe";
  private static final String TITLE = "Amazon Transcribe";
  private static final int LONGEST_REASON = 300;

  private final TranscribeClient client;
  private final AmazonTranscribeSettings settings;
  private final JobRequests requests;

  AmazonTranscribe(TranscribeClient client, AmazonTranscribeSettings settings) {
    this.client = client;
    this.settings = settings;
    this.requests = new JobRequests(settings);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return TITLE;
  }

  @Override
  public Set<LanguageCode> languages() {
    return Set.copyOf(TranscribeLanguages.all());
  }

  @Override
  public Limits limits() {
    return new Limits(settings.jobs(), settings.startsPerSecond(), settings.firstLook());
  }

  @Override
  public String variant(Optional<LanguageCode> language) {
    return requests.variant(language);
  }

  @Override
  public void start(Job job) {
    try {
      client.startTranscriptionJob(requests.start(job));
    } catch (ConflictException e) {
      requireOurs(job);
    } catch (LimitExceededException e) {
      throw new RetryableException(
          FailureCode.AWS_UNAVAILABLE,
          "Amazon Transcribe takes no more jobs for now; it is tried again. Lower aftercall.transcribe.jobs, or ask AWS for more concurrent jobs",
          e);
    } catch (BadRequestException e) {
      throw new PermanentException(
          FailureCode.AWS_REFUSED,
          "Amazon Transcribe does not take the job: " + shortened(reason(e)),
          e);
    } catch (SdkException e) {
      throw failure(e, "transcribe:StartTranscriptionJob");
    }
  }

  /**
   * The answer to an earlier order may have been lost; then the job is there, and hears the same
   * recording.
   */
  private void requireOurs(Job job) {
    var known = find(job.name());
    if (known.isPresent() && !job.recording().equals(known.get().media().mediaFileUri())) {
      throw new PermanentException(
          FailureCode.AWS_REFUSED,
          "Amazon Transcribe has a job %s that hears another recording; delete it there and run the step again"
              .formatted(job.name()));
    }
  }

  @Override
  public State look(String name) {
    return find(name).map(AmazonTranscribe::state).orElseGet(State.Unknown::new);
  }

  private Optional<TranscriptionJob> find(String name) {
    try {
      return Optional.of(
          client.getTranscriptionJob(get -> get.transcriptionJobName(name)).transcriptionJob());
    } catch (NotFoundException e) {
      return Optional.empty();
    } catch (BadRequestException e) {
      // For a job that it does not have the service says this, and not NotFoundException.
      if (reason(e).toLowerCase(Locale.ROOT).contains("couldn't be found")) {
        return Optional.empty();
      }
      throw failure(e, "transcribe:GetTranscriptionJob");
    } catch (SdkException e) {
      throw failure(e, "transcribe:GetTranscriptionJob");
    }
  }

  private static State state(TranscriptionJob job) {
    return switch (job.transcriptionJobStatus()) {
      case QUEUED, IN_PROGRESS, UNKNOWN_TO_SDK_VERSION -> new State.Working();
      case FAILED ->
          new State.Failed(
              shortened(Objects.requireNonNullElse(job.failureReason(), "no reason was given")));
      case COMPLETED -> done(job);
    };
  }

  private static State done(TranscriptionJob job) {
    var transcript = job.transcript();
    var address =
        transcript.redactedTranscriptFileUri() == null
            ? transcript.transcriptFileUri()
            : transcript.redactedTranscriptFileUri();
    try {
      return new State.Done(ResultAddress.parse(String.valueOf(address)));
    } catch (IllegalArgumentException e) {
      throw new PermanentException(
          FailureCode.ENGINE_FAILED,
          "the place of the transcript that Amazon Transcribe names cannot be read: "
              + e.getMessage(),
          e);
    }
  }

  @Override
  public void forget(String name) {
    try {
      client.deleteTranscriptionJob(delete -> delete.transcriptionJobName(name));
    } catch (BadRequestException | NotFoundException e) {
      // There is none; that is what was wanted.
    } catch (SdkException e) {
      throw failure(e, "transcribe:DeleteTranscriptionJob");
    }
  }

  /** Asks for one job, whichever; throws as all of these do. */
  void reach() {
    try {
      client.listTranscriptionJobs(list -> list.maxResults(1));
    } catch (SdkException e) {
      throw failure(e, "transcribe:ListTranscriptionJobs");
    }
  }

  private static AftercallException failure(SdkException e, String permission) {
    return AwsFailures.of(e, TITLE, permission);
  }

  /** What the service says of a job is about names and settings, never about what was said. */
  private static String reason(BadRequestException e) {
    var details = e.awsErrorDetails();
    return details == null ? "" : Objects.requireNonNullElse(details.errorMessage(), "");
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
  }

  @Override
  public void close() {
    client.close();
  }
}
