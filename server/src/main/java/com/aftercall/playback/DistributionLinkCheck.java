package com.aftercall.playback;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import com.aftercall.failure.AftercallException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the distribution for one byte of the newest recording, with a link and without one. */
@Component
class DistributionLinkCheck implements Check {

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** The code in an error page of CloudFront or S3. */
  private static final Pattern CODE = Pattern.compile("<Code>(\\w{1,40})</Code>");

  private final PlaybackSettings settings;
  private final RecordingLinks links;
  private final JdbcClient jdbc;

  DistributionLinkCheck(PlaybackSettings settings, RecordingLinks links, JdbcClient jdbc) {
    this.settings = settings;
    this.links = links;
    this.jdbc = jdbc;
  }

  @Override
  public String id() {
    return "distribution-link";
  }

  @Override
  public String title() {
    return "A link to the newest recording, followed";
  }

  @Override
  public Finding run() {
    if (!settings.isServedByDistribution()) {
      return Finding.notUsed(
          "aftercall.playback.distribution.",
          "aftercall.playback.distribution is empty; this server serves the links itself.");
    }
    var lookedAt =
        "One byte of the newest recording at https://%s, with a link and without one."
            .formatted(settings.distribution());
    try {
      var link = newest().flatMap(links::find).map(links::createForTrial);
      return link.isEmpty()
          ? Finding.notUsed(lookedAt, "No contact has a recording yet.")
          : follow(lookedAt, URI.create(link.get().url()));
    } catch (AftercallException e) {
      return Finding.failed(lookedAt, e.sentence(), "See the check secret.");
    }
  }

  private Optional<String> newest() {
    return jdbc.sql(
            """
            select bucket || '/' || object_key from contact join recording using (contact_id)
            where deleted_at is null order by number desc limit 1
            """)
        .query(String.class)
        .optional();
  }

  /** Looks at a signed link and at the same one without its signature. */
  static Finding follow(String lookedAt, URI link) {
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var bare = URI.create(link.toString().replaceFirst("\\?.*", ""));
      var open = ask(client, bare);
      if (isHeard(open)) {
        return Finding.failed(
            lookedAt,
            "It is given out without a link: whoever knows a path hears the recording.",
            "Edit the behavior: Restrict viewer access, Trusted key groups, and choose the group.");
      }
      return judge(lookedAt, ask(client, link));
    } catch (IOException e) {
      return Finding.failed(
          lookedAt,
          "It does not answer (%s).".formatted(e.getClass().getSimpleName()),
          "Look at the domain name in aftercall.playback.distribution, and at network and proxy of"
              + " this machine; browsers of users may reach it nevertheless.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.failed(lookedAt, "It was not waited for.", "Run the check again.");
    }
  }

  private static boolean isHeard(HttpResponse<byte[]> answer) {
    return answer.statusCode() == 200 || answer.statusCode() == 206;
  }

  private static HttpResponse<byte[]> ask(HttpClient client, URI address)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address).timeout(PATIENCE).header("Range", "bytes=0-0").build(),
        BodyHandlers.ofByteArray());
  }

  private static Finding judge(String lookedAt, HttpResponse<byte[]> answer) {
    if (isHeard(answer)) {
      return Finding.ok(lookedAt, "The link is let through, and nothing is without one.");
    }
    var code = CODE.matcher(new String(answer.body(), StandardCharsets.UTF_8));
    var told = code.find() ? code.group(1) : "no code";
    var found = "The link was answered with status %d and %s.".formatted(answer.statusCode(), told);
    return Finding.failed(lookedAt, found, cure(answer.statusCode(), told));
  }

  /** Codes as CloudFront's and Amazon S3's documentation of errors has them. */
  private static String cure(int status, String code) {
    return switch (code) {
      case "InvalidKey", "KeyPairIdNotFound" ->
          "The distribution does not trust the key: see the check distribution-keys.";
      case "MissingKey" -> "Something in between takes the link's query away.";
      case "NoSuchKey" ->
          "The bucket has no such file: see the check distribution-origin, above all the path.";
      case "AccessDenied" ->
          "Either the bucket refuses the distribution, see the check distribution-origin; or the"
              + " signature is refused: clock, key, see the checks aws-clock and distribution-keys.";
      default ->
          status == 404
              ? "The bucket has no such file: see the check distribution-origin, above all the path."
              : "See the checks distribution-keys and distribution-origin.";
    };
  }
}
