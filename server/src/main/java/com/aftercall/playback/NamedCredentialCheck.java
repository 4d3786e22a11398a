package com.aftercall.playback;

import com.aftercall.access.AccessKey;
import com.aftercall.access.AccessKeys;
import com.aftercall.access.RequestSigner;
import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Calls this server as Salesforce's named credential does: signed, with and without the slash at
 * the end, through the public address if one is set. The key for it is deleted again at once.
 */
@Component
class NamedCredentialCheck implements Check {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final String KEY_NAME = "Doctor, for a moment";

  /** Asks for no recording; the answer is null. */
  private static final String BODY = "{\"recordingPath\": null}";

  private final AccessKeys keys;
  private final PlaybackSettings settings;
  private final OwnAddress address;
  private final InstantSource clock;

  NamedCredentialCheck(
      AccessKeys keys, PlaybackSettings settings, OwnAddress address, InstantSource clock) {
    this.keys = keys;
    this.settings = settings;
    this.address = address;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "named-credential";
  }

  @Override
  public String title() {
    return "Signed calls of the named credential";
  }

  @Override
  public Finding run() {
    var used = keys.all().stream().filter(key -> !key.name().equals(KEY_NAME)).toList();
    if (used.isEmpty()) {
      return Finding.notUsed(
          "Access keys.", "There are no access keys, so no named credential calls this server.");
    }
    var origin = address.find();
    if (origin.isEmpty()) {
      return Finding.notUsed(
          "aftercall.playback.public-url.",
          "The server has a certificate and no public address is set, so it cannot call itself.");
    }
    if (used.stream().noneMatch(key -> key.mayShare(true))) {
      return Finding.failed(
          "The permissions of the access keys.",
          "No access key may make links to recordings that can be heard.",
          "Give the named credential's key the permissions link and listen on the page Access.");
    }
    var lastUsed =
        used.stream()
            .map(AccessKey::lastUsedAt)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .map(Instant::toString)
            .map("An access key was used last at %s."::formatted)
            .orElse("No access key was ever used.");
    return look(origin.get(), lastUsed);
  }

  private Finding look(String origin, String lastUsed) {
    var path = "/2015-03-31/functions/%s/invocations".formatted(settings.function());
    var lookedAt =
        "POST %s%s, signed, with and without a slash at its end.".formatted(origin, path);
    var key = keys.create(KEY_NAME, AccessKey.PERMISSIONS);
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      for (var end : new String[] {"", "/"}) {
        var answer = call(client, URI.create(origin + path + end), key);
        var body = new String(answer.body(), StandardCharsets.UTF_8).strip();
        if (answer.statusCode() != 200 || !body.equals("null")) {
          return refused(lookedAt, end, answer);
        }
      }
      return Finding.ok(lookedAt, "Both are let through. " + lastUsed);
    } catch (IOException e) {
      return Finding.failed(
          lookedAt,
          "Nobody answers there (%s).".formatted(e.getClass().getSimpleName()),
          "See that aftercall.playback.public-url leads to this server, also from this machine.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.failed(lookedAt, "It was not waited for.", "Run the check again.");
    } finally {
      keys.revoke(key.key().id());
    }
  }

  private HttpResponse<byte[]> call(HttpClient client, URI address, AccessKeys.Created key)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(BODY));
    RequestSigner.post(address, BODY, key, "lambda", clock.instant()).forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static Finding refused(String lookedAt, String end, HttpResponse<byte[]> answer) {
    var type = answer.headers().firstValue("x-amzn-ErrorType").orElse("");
    var found =
        "The call %s slash was answered with status %d%s."
            .formatted(
                end.isEmpty() ? "without" : "with",
                answer.statusCode(),
                type.isEmpty() ? "" : " and " + type.split(":", 2)[0]);
    var cure =
        type.startsWith("InvalidSignature")
            ? "A proxy in between changes the request: let it pass the Host header and the path as"
                + " they come. In Salesforce try the URL of the named credential without the slash"
                + " at its end."
            : type.isEmpty()
                ? "Something else answers there: see that aftercall.playback.public-url leads to this"
                    + " server, and that the proxy passes /2015-03-31/ on."
                : "See that aftercall.playback.function is the function's name in the named credential.";
    return Finding.failed(lookedAt, found, cure);
  }
}
