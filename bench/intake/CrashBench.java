import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Delivers contacts in three versions each, shuffled, and sends a batch again until it is answered with
 * 202, whatever happens to the server meanwhile. Prints a line when a third and two thirds are through.
 *
 * <p>Arguments: address, token file, file of one record, contacts.
 */
final class CrashBench {

  private static final Pattern UPDATE = Pattern.compile("\"LastUpdateTimestamp\"\\s*:\\s*\"[^\"]+\"");

  public static void main(String[] args) throws Exception {
    var target = URI.create(args[0] + "/api/v1/contact-records");
    var record = Files.readString(Path.of(args[2])).replaceAll("\\s*\\n\\s*", " ").strip();
    var id = record.replaceAll("(?s).*\"ContactId\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    var contacts = Integer.parseInt(args[3]);
    var base = Instant.parse("2026-11-20T10:00:00Z");
    var deliveries = new ArrayList<String>();
    for (var contact = 0; contact < contacts; contact++) {
      var own = new UUID(7, contact).toString();
      for (var version = 1; version <= 3; version++) {
        deliveries.add(
            UPDATE
                .matcher(record.replace(id, own))
                .replaceFirst("\"LastUpdateTimestamp\": \"" + base.plusSeconds(version) + "\""));
      }
    }
    Collections.shuffle(deliveries, new Random(1));
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    for (var from = 0; from < deliveries.size(); from += 100) {
      var body = String.join("\n", deliveries.subList(from, Math.min(from + 100, deliveries.size())));
      while (!isTaken(client, target, Path.of(args[1]), body)) {
        Thread.sleep(200);
      }
      if (from == deliveries.size() / 3 / 100 * 100 || from == deliveries.size() * 2 / 3 / 100 * 100) {
        System.out.println("kill");
        System.out.flush();
      }
    }
    System.out.println("done");
  }

  private static boolean isTaken(HttpClient client, URI target, Path token, String body) {
    try {
      var request =
          HttpRequest.newBuilder(target)
              .timeout(Duration.ofSeconds(30))
              .header("Authorization", "Bearer " + Files.readString(token).strip())
              .header("Content-Type", "application/x-ndjson")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 202;
    } catch (Exception e) {
      return false;
    }
  }
}
