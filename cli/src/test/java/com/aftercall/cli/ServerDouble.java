package com.aftercall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as the interface says, and remembers what it was asked. A record without a ContactId is
 * rejected; every accepted contact is complete at once.
 */
public final class ServerDouble implements AutoCloseable {

  public static final String TOKEN = "secret-of-the-operator";

  private final HttpServer server;
  private final JsonMapper json = new JsonMapper();

  /** Each request as {@code METHOD /path}, in the order in which they came. */
  public final List<String> requests = new CopyOnWriteArrayList<>();

  /** The body of the last request that had one. */
  public volatile String lastBody = "";

  /** The raw query of each request; empty for none. */
  public final List<String> queries = new CopyOnWriteArrayList<>();

  /** How many records each request of records had. */
  public final List<Integer> batches = new CopyOnWriteArrayList<>();

  /** Accepted records by contact id. */
  public final Map<String, JsonNode> contacts = new ConcurrentHashMap<>();

  /** Stored objects by {@code bucket/key}. */
  public final Map<String, byte[]> objects = new ConcurrentHashMap<>();

  /** Canned answers by {@code METHOD /path}, before all others. */
  public final Map<String, List<Answer>> canned = new ConcurrentHashMap<>();

  /** An answer; the last of a list is given again and again. */
  public record Answer(int status, String body) {}

  public ServerDouble() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public void answer(String request, int status, String body) {
    canned.computeIfAbsent(request, key -> new ArrayList<>()).add(new Answer(status, body));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var request = exchange.getRequestMethod() + " " + path;
      var body = exchange.getRequestBody().readAllBytes();
      requests.add(request);
      if (body.length > 0) {
        lastBody = new String(body, UTF_8);
      }
      queries.add(Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
      var answer = answerTo(exchange, request, path, body);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      var bytes = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer answerTo(HttpExchange exchange, String request, String path, byte[] body) {
    if (path.equals("/health")) {
      return new Answer(200, "{\"status\":\"UP\"}");
    }
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return new Answer(401, "{\"title\":\"Unauthorized\",\"status\":401}");
    }
    var ready = canned.get(request);
    if (ready != null && !ready.isEmpty()) {
      return ready.size() == 1 ? ready.getFirst() : ready.removeFirst();
    }
    return switch (request) {
      case "GET /api/v1/status" ->
          new Answer(200, "{\"version\":\"9.9\",\"contacts\":{},\"engines\":[]}");
      case "POST /api/v1/contact-records" -> takeRecords(body);
      case "POST /api/v1/sign-in-codes" -> new Answer(201, "{\"code\":\"once-only\"}");
      default -> other(request, path, body);
    };
  }

  private Answer other(String request, String path, byte[] body) {
    if (request.startsWith("PUT /api/v1/objects/")) {
      objects.put(path.substring("/api/v1/objects/".length()), body);
      return new Answer(204, "");
    }
    if (request.startsWith("GET /api/v1/contacts/")) {
      var record = contacts.get(path.substring("/api/v1/contacts/".length()));
      return record == null ? notFound() : new Answer(200, pageOf(record));
    }
    return notFound();
  }

  private static Answer notFound() {
    return new Answer(
        404, "{\"title\":\"Not found\",\"status\":404,\"detail\":\"There is none.\"}");
  }

  private Answer takeRecords(byte[] body) {
    var rejected = json.createArrayNode();
    var accepted = 0;
    var lines = new String(body, UTF_8).lines().toList();
    batches.add(lines.size());
    for (var i = 0; i < lines.size(); i++) {
      var record = parse(lines.get(i));
      var id = record == null ? "" : record.path("ContactId").asString("");
      if (record == null || id.isEmpty()) {
        rejected.addObject().put("index", i).put("reason", "ContactId is missing");
      } else {
        contacts.put(id, record);
        accepted++;
      }
    }
    var answer = json.createObjectNode().put("accepted", accepted).set("rejected", rejected);
    return new Answer(accepted > 0 ? 202 : 422, answer.toString());
  }

  private @Nullable JsonNode parse(String line) {
    try {
      return json.readTree(line);
    } catch (JacksonException e) {
      return null;
    }
  }

  private String pageOf(JsonNode record) {
    var page = json.createObjectNode();
    page.put("name", "CCA 000001").put("contactId", record.path("ContactId").asString(""));
    page.put("state", "complete");
    page.putArray("steps")
        .addObject()
        .put("name", "transcript")
        .put("state", "complete")
        .put("attempts", 1)
        .put("startedAt", "2026-11-22T12:00:00Z")
        .put("endedAt", "2026-11-22T12:00:04.200Z");
    page.putObject("recording")
        .put("location", "b/k")
        .put("sizeBytes", 1_412_972)
        .put("channels", 2)
        .put("sampleRateHz", 8000)
        .put("durationMillis", 67_000);
    page.putObject("transcript")
        .put("engine", "sphinx")
        .put("quality", "draft")
        .put("language", "en-US")
        .put("turns", 14)
        .put("words", 120);
    page.putObject("analysis")
        .putObject("customer")
        .putObject("sentiment")
        .putObject("overall")
        .put("label", "NEGATIVE");
    page.set("contactRecord", record);
    return page.toString();
  }
}
