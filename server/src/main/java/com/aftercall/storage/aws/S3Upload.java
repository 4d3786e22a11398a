package com.aftercall.storage.aws;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/**
 * Writes one object: in one request if it is short, else in parts of {@value #PART_BYTES} bytes,
 * which S3 puts together when all are there. One part at a time is held in memory. S3 takes 10,000
 * parts, so 80 GB.
 */
final class S3Upload {

  static final int PART_BYTES = 8 << 20;

  /** A request header that lets S3 write only where nothing is. */
  private static final String NOTHING_THERE = "*";

  private final S3Client client;
  private final ObjectLocation location;
  private final @Nullable String kmsKey;
  private final @Nullable String condition;

  S3Upload(
      S3Client client, ObjectLocation location, @Nullable String kmsKey, boolean onlyIfAbsent) {
    this.client = client;
    this.location = location;
    this.kmsKey = kmsKey;
    this.condition = onlyIfAbsent ? NOTHING_THERE : null;
  }

  /** Writes it; false if there was one already and it was to be left alone. */
  boolean send(InputStream content) {
    try {
      var first = content.readNBytes(PART_BYTES);
      if (first.length < PART_BYTES) {
        putWhole(first);
      } else {
        putInParts(first, content);
      }
      return true;
    } catch (IOException e) {
      throw new RetryableException(
          FailureCode.STORAGE_UNAVAILABLE,
          "what was to be written to %s broke off; nothing was changed".formatted(location),
          e);
    } catch (S3Exception e) {
      if (condition != null && S3Failures.isConditionFailed(e)) {
        return false;
      }
      throw S3Failures.of(location, e);
    } catch (SdkException e) {
      throw S3Failures.of(location, e);
    } catch (UncheckedIOException e) {
      // The SDK's client throws it as it is where a connection ends while it waits for leave to
      // send.
      throw S3Failures.of(location, SdkClientException.create("the connection ended", e));
    }
  }

  private void putWhole(byte[] content) {
    var request =
        PutObjectRequest.builder()
            .bucket(location.bucket())
            .key(location.key())
            .ifNoneMatch(condition);
    if (kmsKey != null) {
      request
          .serverSideEncryption(ServerSideEncryption.AWS_KMS)
          .ssekmsKeyId(kmsKey)
          .bucketKeyEnabled(true);
    }
    client.putObject(request.build(), RequestBody.fromBytes(content));
  }

  private void putInParts(byte[] first, InputStream content) throws IOException {
    var id = begin();
    var complete = false;
    try {
      List<CompletedPart> parts = new ArrayList<>();
      for (var part = first; part.length > 0; part = content.readNBytes(PART_BYTES)) {
        parts.add(putPart(id, parts.size() + 1, part));
      }
      client.completeMultipartUpload(
          CompleteMultipartUploadRequest.builder()
              .bucket(location.bucket())
              .key(location.key())
              .uploadId(id)
              .ifNoneMatch(condition)
              .multipartUpload(whole -> whole.parts(parts))
              .build());
      complete = true;
    } finally {
      if (!complete) {
        abort(id);
      }
    }
  }

  private String begin() {
    var request =
        CreateMultipartUploadRequest.builder().bucket(location.bucket()).key(location.key());
    if (kmsKey != null) {
      request
          .serverSideEncryption(ServerSideEncryption.AWS_KMS)
          .ssekmsKeyId(kmsKey)
          .bucketKeyEnabled(true);
    }
    return client.createMultipartUpload(request.build()).uploadId();
  }

  private CompletedPart putPart(String id, int number, byte[] content) {
    var answer =
        client.uploadPart(
            UploadPartRequest.builder()
                .bucket(location.bucket())
                .key(location.key())
                .uploadId(id)
                .partNumber(number)
                .build(),
            RequestBody.fromBytes(content));
    return CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build();
  }

  /** Else S3 keeps the parts, and has them paid for. */
  private void abort(String id) {
    try {
      client.abortMultipartUpload(
          abort -> abort.bucket(location.bucket()).key(location.key()).uploadId(id));
    } catch (SdkException e) {
      // The failure that led here says more; a rule of the bucket can tidy up what is left.
    }
  }
}
