package com.aftercall.aws;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.regions.Region;

/** Whether this machine and AWS agree on the time; AWS refuses signatures otherwise. */
@Component
class AwsClockCheck implements Check {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Links that end after minutes suffer by then; the header has whole seconds. */
  private static final Duration WORTH_A_LOOK = Duration.ofSeconds(30);

  /** "Request must be sent within five minutes of the time stamp", IAM User Guide; S3 has 15. */
  private static final Duration REFUSED = Duration.ofMinutes(5);

  private final AwsSettings settings;
  private final InstantSource clock;

  AwsClockCheck(AwsSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "aws-clock";
  }

  @Override
  public String title() {
    return "Clock of this machine and of AWS";
  }

  @Override
  public Finding run() {
    var address = address();
    if (address.isEmpty()) {
      return Finding.notUsed(
          "The time here and AWS's.", "Neither aftercall.aws.region nor an endpoint is set.");
    }
    var host = address.get().getHost();
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var request =
          HttpRequest.newBuilder(address.get())
              .method("HEAD", HttpRequest.BodyPublishers.noBody())
              .timeout(PATIENCE)
              .build();
      var before = clock.instant();
      var answer = client.send(request, BodyHandlers.discarding());
      var middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
      return judge(host, answer.headers().firstValue("Date").orElse(null), middle);
    } catch (IOException e) {
      return Finding.failed(
          lookedAt(host),
          "It does not answer (%s).".formatted(e.getClass().getSimpleName()),
          "Look at network, proxy and name service of this machine.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.failed(lookedAt(host), "It was not waited for.", "Run the check again.");
    }
  }

  /** An endpoint that is set, else that of the region's token service, which every region has. */
  private Optional<URI> address() {
    var set = settings.endpoints().values().stream().sorted().findFirst();
    var region = settings.region();
    if (set.isPresent() || region == null) {
      return set;
    }
    var suffix = Region.of(region).metadata() == null ? "amazonaws.com" : suffix(region);
    return Optional.of(URI.create("https://sts.%s.%s/".formatted(region, suffix)));
  }

  private static String suffix(String region) {
    return Region.of(region).metadata().partition().dnsSuffix();
  }

  static Finding judge(String host, @Nullable String date, Instant here) {
    Instant there;
    try {
      there = DateTimeFormatter.RFC_1123_DATE_TIME.parse(String.valueOf(date), Instant::from);
    } catch (DateTimeException e) {
      return Finding.warning(
          lookedAt(host),
          "Its answer says no time.",
          "See that aftercall.aws.endpoints lead to AWS and not to a proxy's page.");
    }
    var ahead = Duration.between(there, here);
    var found =
        "This machine is %d seconds %s it."
            .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of");
    var cure =
        "Let chrony or systemd-timesyncd set the clock; AWS refuses what was signed earlier or later than five minutes.";
    if (ahead.abs().compareTo(REFUSED) >= 0) {
      return Finding.failed(lookedAt(host), found, cure);
    }
    return ahead.abs().compareTo(WORTH_A_LOOK) >= 0
        ? Finding.warning(lookedAt(host), found, cure)
        : Finding.ok(lookedAt(host), found);
  }

  private static String lookedAt(String host) {
    return "The time here and in an answer of %s.".formatted(host);
  }
}
