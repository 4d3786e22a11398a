package com.aftercall.playback;

import com.aftercall.access.CorsRule;
import com.aftercall.access.CorsRules;
import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks this server as a browser does before a page of another origin plays a recording, once for
 * each origin of the rules; a proxy in between may answer otherwise than we do.
 */
@Component
class OriginsCheck implements Check {

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final CorsRules rules;
  private final OwnAddress address;

  OriginsCheck(CorsRules rules, OwnAddress address) {
    this.rules = rules;
    this.address = address;
  }

  @Override
  public String id() {
    return "own-cors";
  }

  @Override
  public String title() {
    return "Pages of other origins that play recordings from here";
  }

  @Override
  public Finding run() {
    var origins = rules.rules().stream().flatMap(rule -> rule.allowedOrigins().stream()).toList();
    if (origins.isEmpty()) {
      return Finding.notUsed("aftercall.access.cors.", "No page of another origin is let in.");
    }
    var own = address.find();
    if (own.isEmpty()) {
      return Finding.notUsed(
          "aftercall.playback.public-url.",
          "The server has a certificate and no public address is set, so it cannot call itself.");
    }
    var lookedAt =
        "A preflight for GET with Range at %s%s from each of %s."
            .formatted(own.get(), RecordingLinks.MOUNT, String.join(", ", origins));
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return verdict(lookedAt, faults(client, own.get()));
    } catch (IOException e) {
      return Finding.failed(
          lookedAt,
          "Nobody answers there (%s).".formatted(e.getClass().getSimpleName()),
          "See that aftercall.playback.public-url leads to this server, also from this machine.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.failed(lookedAt, "It was not waited for.", "Run the check again.");
    }
  }

  private Finding verdict(String lookedAt, List<String> faults) {
    if (!faults.isEmpty()) {
      return Finding.failed(
          lookedAt,
          String.join(" ", faults),
          "Let the rule allow GET; a proxy in between has to pass OPTIONS, Origin and the answer's"
              + " Access-Control headers as they are, and must not add its own.");
    }
    var notes = rules.notes();
    return notes.isEmpty()
        ? Finding.ok(lookedAt, "Each is let in.")
        : Finding.warning(
            lookedAt,
            "Each is let in. " + String.join(" ", notes),
            "Write the origins in aftercall.access.cors without a slash at their end.");
  }

  private List<String> faults(HttpClient client, String own)
      throws IOException, InterruptedException {
    var faults = new ArrayList<String>();
    for (CorsRule rule : rules.rules()) {
      for (var origin : rule.allowedOrigins()) {
        fault(ask(client, own, example(origin)), origin).ifPresent(faults::add);
      }
    }
    return faults;
  }

  /** One that the pattern fits. */
  private static String example(String pattern) {
    return pattern.equals("*")
        ? "https://doctor.invalid"
        : pattern.replaceFirst(":\\*$", ":8443").replace("*", "doctor");
  }

  private static HttpResponse<Void> ask(HttpClient client, String own, String origin)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(own + RecordingLinks.MOUNT + "doctor/none.wav"))
            .timeout(PATIENCE)
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "GET")
            .header("Access-Control-Request-Headers", "range");
    return client.send(request.build(), BodyHandlers.discarding());
  }

  private static Optional<String> fault(HttpResponse<Void> answer, String origin) {
    var allowed = answer.headers().allValues("Access-Control-Allow-Origin");
    var headers = answer.headers().firstValue("Access-Control-Allow-Headers").orElse("");
    if (answer.statusCode() >= 300 || allowed.isEmpty()) {
      return Optional.of("%s is refused with status %d.".formatted(origin, answer.statusCode()));
    }
    if (allowed.size() > 1) {
      return Optional.of(
          "%s gets two Access-Control-Allow-Origin headers, which browsers refuse."
              .formatted(origin));
    }
    return headers.toLowerCase(java.util.Locale.ROOT).contains("range") || headers.equals("*")
        ? Optional.empty()
        : Optional.of("%s may not ask for parts of a recording.".formatted(origin));
  }
}
