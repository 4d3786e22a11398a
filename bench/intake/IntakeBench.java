import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Posts contact records, each with an id of its own, as NDJSON from several connections for some
 * seconds, and prints how many a second were answered with 202.
 *
 * <p>Arguments: address, token, file of one record, records a request, connections, seconds.
 */
final class IntakeBench {

  public static void main(String[] args) throws Exception {
    var target = URI.create(args[0] + "/api/v1/contact-records");
    var token = args[1];
    var record = Files.readString(Path.of(args[2])).replaceAll("\\s*\\n\\s*", " ").strip();
    var id = record.replaceAll("(?s).*\"ContactId\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    var batch = Integer.parseInt(args[3]);
    var connections = Integer.parseInt(args[4]);
    var line = (record + "\n").getBytes(StandardCharsets.UTF_8);
    var idAt = (record + "\n").indexOf(id);
    // The first seconds warm both programs up and are not counted.
    var counted = System.nanoTime() + 3_000_000_000L;
    var end = counted + Long.parseLong(args[5]) * 1_000_000_000L;
    var accepted = new AtomicLong();
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var threads = new Thread[connections];
    for (var i = 0; i < connections; i++) {
      threads[i] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    var body = new byte[batch * line.length];
                    for (var n = 0; n < batch; n++) {
                      System.arraycopy(line, 0, body, n * line.length, line.length);
                    }
                    while (System.nanoTime() < end) {
                      for (var n = 0; n < batch; n++) {
                        var own = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
                        System.arraycopy(own, 0, body, n * line.length + idAt, own.length);
                      }
                      var request =
                          HttpRequest.newBuilder(target)
                              .header("Authorization", "Bearer " + token)
                              .header("Content-Type", "application/x-ndjson")
                              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                              .build();
                      try {
                        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                        if (answer.statusCode() != 202) {
                          System.err.println(answer.statusCode() + " " + answer.body());
                        } else if (System.nanoTime() > counted) {
                          accepted.addAndGet(batch);
                        }
                      } catch (Exception e) {
                        throw new IllegalStateException(e);
                      }
                    }
                  });
    }
    for (var thread : threads) {
      thread.join();
    }
    System.out.printf("%.0f%n", accepted.get() / ((System.nanoTime() - counted) / 1e9));
  }
}
