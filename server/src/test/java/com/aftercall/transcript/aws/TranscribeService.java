package com.aftercall.transcript.aws;

import com.aftercall.aws.AwsJsonDouble;
import com.aftercall.aws.ServiceError;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Amazon Transcribe's jobs. A job is queued when it is started, at work when it is looked at first,
 * and then ends as the test says; its transcript lies where it was ordered, at an address of the
 * virtual-hosted form.
 */
public final class TranscribeService {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final AwsJsonDouble amazon;
  private final Map<String, ObjectNode> jobs = new ConcurrentHashMap<>();
  private final AtomicInteger mostAtWork = new AtomicInteger();
  private volatile Consumer<String> transcripts = key -> {};
  private volatile Optional<String> failure = Optional.empty();

  private TranscribeService(AwsJsonDouble amazon) {
    this.amazon = amazon;
  }

  public static TranscribeService in(AwsJsonDouble amazon) {
    var service = new TranscribeService(amazon);
    amazon
        .on("StartTranscriptionJob", service::start)
        .on("GetTranscriptionJob", service::look)
        .on("DeleteTranscriptionJob", service::delete)
        .on(
            "ListTranscriptionJobs",
            request -> {
              var answer = JSON.createObjectNode();
              answer.putArray("TranscriptionJobSummaries");
              return answer;
            });
    return service;
  }

  /** Writes transcripts, given bucket and key with a slash between. */
  public void writeTranscriptsBy(Consumer<String> writer) {
    transcripts = writer;
  }

  /** Jobs fail for this reason from now on; empty: they end well. */
  public void failFor(Optional<String> reason) {
    failure = reason;
  }

  /** As if somebody had deleted it, or it had never been ordered. */
  public void forget(String name) {
    jobs.remove(name);
  }

  /** The job ends now, whether somebody looked at it or not. */
  public synchronized void finish(String name) {
    end(Objects.requireNonNull(jobs.get(name), name));
  }

  public boolean has(String name) {
    return jobs.containsKey(name);
  }

  /** Orders for this recording that were given, also those that found the job there. */
  public List<ObjectNode> orders(String recording) {
    return amazon.requests("StartTranscriptionJob").stream()
        .filter(order -> order.path("Media").path("MediaFileUri").asString().equals(recording))
        .toList();
  }

  /** The highest number of jobs that were queued or at work at a time. */
  public int mostAtWork() {
    return mostAtWork.get();
  }

  private synchronized JsonNode start(ObjectNode request) {
    var name = request.path("TranscriptionJobName").asString();
    var job = request.deepCopy();
    job.remove("OutputBucketName");
    job.remove("OutputKey");
    job.remove("OutputEncryptionKMSKeyId");
    job.put("TranscriptionJobStatus", "QUEUED").put("CreationTime", 1_700_000_000.5);
    job.putObject("Transcript")
        .put(
            "TranscriptFileUri",
            "https://%s.s3.eu-central-1.amazonaws.com/%s"
                .formatted(
                    request.path("OutputBucketName").asString(),
                    request.path("OutputKey").asString()));
    if (jobs.putIfAbsent(name, job) != null) {
      throw new ServiceError(
          400, "ConflictException", "The requested job name already exists in your account.");
    }
    var atWork =
        jobs.values().stream()
            .filter(known -> !known.path("TranscriptionJobStatus").asString().equals("COMPLETED"))
            .filter(known -> !known.path("TranscriptionJobStatus").asString().equals("FAILED"))
            .count();
    mostAtWork.accumulateAndGet((int) atWork, Math::max);
    var answer = job.deepCopy();
    answer.remove("Transcript");
    return JSON.createObjectNode().set("TranscriptionJob", answer);
  }

  private ObjectNode require(ObjectNode request) {
    var job = jobs.get(request.path("TranscriptionJobName").asString());
    if (job == null) {
      throw new ServiceError(
          400,
          "BadRequestException",
          "The requested job couldn't be found. Check the job name and try your request again.");
    }
    return job;
  }

  private synchronized JsonNode look(ObjectNode request) {
    var job = require(request);
    var answer = job.deepCopy();
    switch (job.path("TranscriptionJobStatus").asString()) {
      case "QUEUED" -> {
        job.put("TranscriptionJobStatus", "IN_PROGRESS");
        answer.remove("Transcript");
      }
      case "IN_PROGRESS" -> end(job);
      default -> {
        // It has ended and stays as it is.
      }
    }
    answer.put("TranscriptionJobStatus", job.path("TranscriptionJobStatus").asString());
    if (job.has("FailureReason")) {
      answer.put("FailureReason", job.path("FailureReason").asString()).remove("Transcript");
    }
    return JSON.createObjectNode().set("TranscriptionJob", answer);
  }

  private void end(ObjectNode job) {
    if (failure.isPresent()) {
      job.put("TranscriptionJobStatus", "FAILED").put("FailureReason", failure.get());
      return;
    }
    job.put("TranscriptionJobStatus", "COMPLETED");
    var address = URI.create(job.path("Transcript").path("TranscriptFileUri").asString());
    var bucket = address.getHost().substring(0, address.getHost().indexOf('.'));
    transcripts.accept(bucket + address.getPath());
  }

  private JsonNode delete(ObjectNode request) {
    require(request);
    jobs.remove(request.path("TranscriptionJobName").asString());
    return JSON.createObjectNode();
  }
}
