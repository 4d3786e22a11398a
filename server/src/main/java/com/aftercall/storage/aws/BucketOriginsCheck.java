package com.aftercall.storage.aws;

import com.aftercall.aws.AwsClients;
import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import com.aftercall.storage.S3Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Asks the buckets as a browser would before it lets a page of another origin read a recording, and
 * looks at their rules for the commonest mistake: an origin with a slash at its end.
 */
@Component
final class BucketOriginsCheck implements Check {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final S3Settings settings;
  private final AwsClients aws;

  BucketOriginsCheck(S3Settings settings, AwsClients aws) {
    this.settings = settings;
    this.aws = aws;
  }

  @Override
  public String id() {
    return "bucket-cors";
  }

  @Override
  public String title() {
    return "Buckets let pages of other origins read";
  }

  @Override
  public Finding run() {
    if (settings.origins().isEmpty() || settings.names().isEmpty()) {
      return Finding.notUsed(
          "aftercall.storage.s3.origins",
          "No origin is set whose pages load recordings from a bucket itself.");
    }
    var report = new Report();
    try (var client = S3ObjectStore.client(aws, settings);
        var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      for (var bucket : settings.buckets()) {
        if (!bucket.equals("*")) {
          look(client, http, bucket, report);
        }
      }
    }
    return report.finding(
        "preflight requests of %s to %s"
            .formatted(
                String.join(", ", settings.origins()), String.join(", ", settings.buckets())));
  }

  private void look(S3Client client, HttpClient http, String bucket, Report report) {
    report.addSlashes(bucket, allowedOrigins(client, bucket, report));
    for (var origin : settings.origins()) {
      var sent = origin.replaceFirst("/+$", "");
      if (!sent.equals(origin)) {
        report.warn(
            "%s ends with a slash, which no browser sends.".formatted(origin),
            "Leave the slash out in aftercall.storage.s3.origins.");
      }
      var answer = preflight(http, address(client, bucket), sent);
      if (answer.isEmpty()) {
        report.good("%s lets %s read.".formatted(bucket, sent));
      } else {
        report.fail(
            "%s does not let %s read: %s.".formatted(bucket, sent, answer),
            "Allow the origin %s, the method GET and the header Range in the CORS rules of %s."
                .formatted(sent, bucket));
      }
    }
  }

  /** What the rules say; empty where they may not be read, which is no fault. */
  private static List<String> allowedOrigins(S3Client client, String bucket, Report report) {
    try {
      return client.getBucketCors(get -> get.bucket(bucket)).corsRules().stream()
          .flatMap(rule -> rule.allowedOrigins().stream())
          .toList();
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        report.note("%s has no CORS rules.".formatted(bucket));
      } else {
        report.note(
            "The CORS rules of %s could not be read (%s).".formatted(bucket, S3Failures.name(e)));
      }
    } catch (SdkException e) {
      report.note(
          "The CORS rules of %s could not be read (%s).".formatted(bucket, S3Failures.name(e)));
    }
    return List.of();
  }

  private static URI address(S3Client client, String bucket) {
    try {
      var region = client.headBucket(head -> head.bucket(bucket)).bucketRegion();
      return client
          .utilities()
          .getUrl(
              url -> {
                url.bucket(bucket).key("aftercall-preflight");
                if (region != null) {
                  url.region(Region.of(region));
                }
              })
          .toURI();
    } catch (SdkException e) {
      return plainAddress(client, bucket);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whoever may not look at a bucket is still answered as a browser is. */
  private static URI plainAddress(S3Client client, String bucket) {
    try {
      return client
          .utilities()
          .getUrl(url -> url.bucket(bucket).key("aftercall-preflight"))
          .toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty if the page may read, else what was answered. */
  private static String preflight(HttpClient http, URI address, String origin) {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "GET")
            .header("Access-Control-Request-Headers", "range")
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      var answer = http.send(request, BodyHandlers.discarding());
      var allowed = answer.headers().firstValue("Access-Control-Allow-Origin").orElse("no origin");
      if (answer.statusCode() / 100 != 2) {
        return "HTTP %d".formatted(answer.statusCode());
      }
      return allowed.equals("*") || allowed.equals(origin) ? "" : "it allows %s".formatted(allowed);
    } catch (IOException e) {
      return "it could not be reached (%s)".formatted(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "it took too long";
    }
  }

  /** Collects what is seen, bucket by bucket. */
  private static final class Report {

    private final List<String> found = new ArrayList<>();
    private final List<String> cures = new ArrayList<>();
    private boolean failed;

    void good(String sentence) {
      found.add(sentence);
    }

    void note(String sentence) {
      found.add(sentence);
    }

    void warn(String sentence, String cure) {
      found.add(sentence);
      cures.add(cure);
    }

    void fail(String sentence, String cure) {
      warn(sentence, cure);
      failed = true;
    }

    void addSlashes(String bucket, List<String> origins) {
      for (var origin : origins) {
        if (origin.endsWith("/")) {
          warn(
              "A CORS rule of %s allows %s, with a slash at its end, which no browser sends."
                  .formatted(bucket, origin),
              "Remove the slash from the rule.");
        }
      }
    }

    Finding finding(String lookedAt) {
      var seen = String.join(" ", found.stream().distinct().toList());
      var cure = String.join(" ", cures.stream().distinct().toList());
      if (failed) {
        return Finding.failed(lookedAt, seen, cure);
      }
      return cures.isEmpty() ? Finding.ok(lookedAt, seen) : Finding.warning(lookedAt, seen, cure);
    }
  }
}
