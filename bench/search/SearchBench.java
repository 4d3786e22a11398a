import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * Asks a filled server for lists and prints medians in milliseconds; lines that begin with "limit"
 * are plain statements of the same session.
 *
 * <p>Arguments: address, token, JDBC address, rounds.
 */
final class SearchBench {

  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
  private static final int WARM_UP = 300;
  private static final String HEADLINES =
      """
      select number, ts_headline('said_english', array_to_string(lines, ' '),
          to_tsquery('said_english', '%s'))
      from contact_content where said @@ to_tsquery('said_english', '%<s')
      order by number desc limit 50
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private final String token;
  private final Connection connection;
  private final int rounds;

  private SearchBench(String address, String token, Connection connection, int rounds) {
    this.address = address;
    this.token = token;
    this.connection = connection;
    this.rounds = rounds;
  }

  public static void main(String[] args) throws Exception {
    try (var connection = DriverManager.getConnection(args[2])) {
      new SearchBench(args[0], args[1], connection, Integer.parseInt(args[3])).run();
    }
  }

  private void run() throws Exception {
    for (var i = 0; i < WARM_UP; i++) {
      get("/api/v1/contacts");
    }
    limit("limit_page", "select * from contact order by number desc limit 50");
    ask("first_page", "/api/v1/contacts");
    ask("page_1000", "/api/v1/contacts?cursor=" + cursorOfPage(1000));
    for (var sort : "started duration agent queue sentiment agentTalk silence".split(" ")) {
      ask("sort_" + sort, "/api/v1/contacts?sort=" + sort);
      ask("sort_" + sort + "_asc", "/api/v1/contacts?order=asc&sort=" + sort);
    }
    var month = "from=" + Instant.now().minus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    ask("frequent_agent", "/api/v1/contacts?agent=agent.000");
    ask("rare_attribute", "/api/v1/contacts?attribute=orderNumber:100777");
    ask("number_ends", "/api/v1/contacts?number=4567");
    ask(
        "combined",
        "/api/v1/contacts?agent=agent.123&queue=" + encoded("Queue 3")
            + "&sentiment=NEGATIVE&attribute=tier:gold&minSilence=0.5&sort=duration");
    ask("combined_none", "/api/v1/contacts?language=fr-FR&attribute=tier:gold&channel=TASK&sentiment=MIXED");
    for (var words : "zephyr|kettle|order|the|\"thank you\"|agent:refund kettle -invoice".split("\\|")) {
      ask("search " + words, "/api/v1/contacts?q=" + encoded(words));
    }
    ask("search kettle by duration", "/api/v1/contacts?sort=duration&q=kettle");
    limit("limit_headline zephyr", HEADLINES.formatted("zephyr"));
    limit("limit_headline kettle", HEADLINES.formatted("kettle"));
    ask("count_all", "/api/v1/contact-count");
    ask("count_combined", "/api/v1/contact-count?agent=agent.123&sentiment=NEGATIVE&" + month);
    ask("count_search", "/api/v1/contact-count?q=kettle");
    ask("values_agent", "/api/v1/contact-values/agent?prefix=agent.1");
    ask("values_phrase", "/api/v1/contact-values/phrase?prefix=the");
    ask("dashboard_30_days", "/api/v1/dashboard?" + month);
    ask("dashboard_30_days_queue", "/api/v1/dashboard?queue=" + encoded("Queue 3") + "&" + month);
    ask("dashboard_year", "/api/v1/dashboard?interval=month");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String cursorOfPage(int page) throws IOException, InterruptedException {
    var cursor = "";
    for (var i = 1; i < page; i++) {
      var next = NEXT.matcher(get("/api/v1/contacts" + (i == 1 ? "" : "?cursor=" + cursor)));
      if (!next.find()) {
        throw new IllegalStateException("the list ends at page " + i);
      }
      cursor = next.group(1);
    }
    return cursor;
  }

  private String get(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", "Bearer " + token)
            .build();
    var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
    return answer.body();
  }

  private void ask(String name, String path) throws Exception {
    measure(name, () -> get(path));
  }

  private void limit(String name, String sql) throws Exception {
    try (var statement = connection.prepareStatement(sql)) {
      measure(
          name,
          () -> {
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                rows.getString(1);
              }
              return "";
            } catch (SQLException e) {
              throw new IllegalStateException(e);
            }
          });
    }
  }

  /** Slow ones are asked less often: after ten seconds the median stands. */
  private void measure(String name, Callable<String> call) throws Exception {
    call.call();
    var times = new double[rounds];
    var done = 0;
    var end = System.nanoTime() + 10_000_000_000L;
    while (done < rounds && (done < 3 || System.nanoTime() < end)) {
      var begin = System.nanoTime();
      call.call();
      times[done++] = (System.nanoTime() - begin) / 1e6;
    }
    var measured = Arrays.copyOf(times, done);
    Arrays.sort(measured);
    System.out.printf("%s %.1f%n", name.replace(' ', '_'), measured[done / 2]);
  }
}
