package com.aftercall;

import com.aftercall.analysis.aws.ComprehendService;
import com.aftercall.aws.AwsJsonDouble;
import com.aftercall.transcript.aws.TranscribeService;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.IntStream;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Amazon's side of a benchmark as a process of its own: Transcribe and Comprehend, and recordings
 * in the bucket {@code calls} of an S3 server of others. Prints each request that does not fit a
 * published model.
 *
 * <p>Arguments: port, address of the S3 server, recording, the transcript that every job writes
 * into the bucket {@code transcripts}, number of contacts.
 */
final class AmazonDouble {

  private AmazonDouble() {}

  public static void main(String[] args) throws InterruptedException {
    var recording = Path.of(args[2]);
    var transcript = Path.of(args[3]);
    try (var s3 = s3(URI.create(args[1]));
        var amazon = AwsJsonDouble.at(Integer.parseInt(args[0]), "transcribe", "comprehend")) {
      s3.createBucket(request -> request.bucket("calls"));
      s3.createBucket(request -> request.bucket("transcripts"));
      IntStream.range(0, Integer.parseInt(args[4]))
          .parallel()
          .mapToObj("stream-%08d.wav"::formatted)
          .forEach(key -> put(s3, "calls", key, recording));
      ComprehendService.in(amazon);
      TranscribeService.in(amazon)
          .writeTranscriptsBy(
              place -> {
                var slash = place.indexOf('/');
                put(s3, place.substring(0, slash), place.substring(slash + 1), transcript);
              });
      System.out.println("ready");
      for (var told = 0; ; Thread.sleep(1_000)) {
        var faults = amazon.faults();
        faults.stream().skip(told).forEach(fault -> System.out.println("fault: " + fault));
        told = faults.size();
      }
    }
  }

  /** The SDK does not try again where a connection ends while it waits for leave to send. */
  private static void put(S3Client s3, String bucket, String key, Path content) {
    try {
      s3.putObject(request -> request.bucket(bucket).key(key), content);
    } catch (UncheckedIOException e) {
      s3.putObject(request -> request.bucket(bucket).key(key), content);
    }
  }

  private static S3Client s3(URI address) {
    return S3Client.builder()
        .endpointOverride(address)
        .region(Region.EU_CENTRAL_1)
        .forcePathStyle(true)
        .build();
  }
}
