package com.aftercall.transcript.aws;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import com.aftercall.failure.AftercallException;

/** Whether Amazon Transcribe answers us. */
final class TranscribeCheck implements Check {

  private final AmazonTranscribe transcribe;
  private final AmazonTranscribeSettings settings;

  TranscribeCheck(AmazonTranscribe transcribe, AmazonTranscribeSettings settings) {
    this.transcribe = transcribe;
    this.settings = settings;
  }

  @Override
  public String id() {
    return "amazon-transcribe";
  }

  @Override
  public String title() {
    return "Amazon Transcribe";
  }

  @Override
  public Finding run() {
    var lookedAt = "the newest job, with ListTranscriptionJobs";
    try {
      transcribe.reach();
    } catch (AftercallException e) {
      return Finding.failed(
          lookedAt,
          e.sentence(),
          "Allow transcribe:StartTranscriptionJob, GetTranscriptionJob, ListTranscriptionJobs and DeleteTranscriptionJob to the identity of this server, and set aftercall.aws.region to the region of the recordings' bucket.");
    }
    if (settings.role() == null) {
      return Finding.ok(
          lookedAt,
          "It answers. It reads recordings and writes to %s with the rights of this server."
              .formatted(settings.outputBucket()));
    }
    return Finding.ok(
        lookedAt,
        "It answers. It reads recordings and writes to %s as %s."
            .formatted(settings.outputBucket(), settings.role()));
  }
}
