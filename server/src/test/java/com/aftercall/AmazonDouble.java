package com.aftercall;

import com.aftercall.analysis.aws.ComprehendService;
import com.aftercall.aws.AwsJsonDouble;
import com.aftercall.transcript.aws.TranscribeService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Amazon Transcribe and Amazon Comprehend as a process of its own, for benchmarks: port, address of
 * an S3 server that checks no signatures, file with the transcript that every job writes there.
 * Prints each request that does not fit a published model.
 */
final class AmazonDouble {

  private AmazonDouble() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    var transcript = Files.readAllBytes(Path.of(args[2]));
    var http = HttpClient.newHttpClient();
    try (var amazon = AwsJsonDouble.at(Integer.parseInt(args[0]), "transcribe", "comprehend")) {
      ComprehendService.in(amazon);
      TranscribeService.in(amazon)
          .writeTranscriptsBy(place -> put(http, URI.create(args[1] + "/" + place), transcript));
      System.out.println("Transcribe and Comprehend are at " + amazon.address());
      for (var told = 0; ; Thread.sleep(1_000)) {
        var faults = amazon.faults();
        faults.stream().skip(told).forEach(fault -> System.out.println("fault: " + fault));
        told = faults.size();
      }
    }
  }

  private static void put(HttpClient http, URI place, byte[] bytes) {
    try {
      var request = HttpRequest.newBuilder(place).PUT(BodyPublishers.ofByteArray(bytes)).build();
      var status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("the S3 server answers " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
