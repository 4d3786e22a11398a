import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;

/**
 * Puts a recording and its finished transcript into the object store's folder for each contact (as
 * links to one file), then posts the contact records, 100 in a request.
 *
 * <p>Arguments: {@code store} folder recording transcript contacts, or {@code send} address token
 * record contacts.
 */
final class PublicationBench {

  private static final int BATCH = 100;

  public static void main(String[] args) throws Exception {
    var contacts = Integer.parseInt(args[4]);
    if (args[0].equals("store")) {
      store(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), contacts);
    } else {
      send(URI.create(args[1] + "/api/v1/contact-records"), args[2], Path.of(args[3]), contacts);
    }
  }

  private static void store(Path folder, Path recording, Path transcript, int contacts)
      throws IOException {
    var calls = Files.createDirectories(folder.resolve("bench/calls"));
    var wav = Files.copy(recording, folder.resolveSibling("bench.wav"));
    var json = Files.copy(transcript, folder.resolveSibling("bench.json"));
    for (var contact = 0; contact < contacts; contact++) {
      Files.createLink(calls.resolve(id(contact) + ".wav"), wav);
      Files.createLink(calls.resolve(id(contact) + ".transcribe.json"), json);
    }
  }

  private static void send(URI target, String token, Path file, int contacts) throws Exception {
    var record = Files.readString(file).replaceAll("\\s*\\n\\s*", " ").strip();
    var known = record.replaceAll("(?s).*\"ContactId\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (var from = 0; from < contacts; from += BATCH) {
        var lines = new ArrayList<String>();
        for (var contact = from; contact < Math.min(from + BATCH, contacts); contact++) {
          lines.add(
              record
                  .replaceAll(
                      "\"Location\": \"[^\"]+\"",
                      "\"Location\": \"bench/calls/" + id(contact) + ".wav\"")
                  .replace(known, id(contact)));
        }
        var request =
            HttpRequest.newBuilder(target)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines)))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
          throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
      }
    }
  }

  private static String id(int contact) {
    return new UUID(11, contact).toString();
  }
}
