package com.aftercall.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Services of AWS that speak its JSON protocol, at one address of this machine. Refuses requests
 * that are not signed for the service or do not fit its published model, remembers why, and checks
 * its own answers in the same way, so that a test cannot teach it what the service never says.
 */
public final class AwsJsonDouble implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** What any service may answer, though its model does not say so. */
  private static final Set<String> COMMON_ERRORS =
      Set.of(
          "AccessDeniedException",
          "ExpiredTokenException",
          "InternalFailure",
          "ServiceUnavailable",
          "ThrottlingException",
          "UnrecognizedClientException",
          "ValidationException");

  private final List<AwsModel> models;
  private final Map<String, Function<ObjectNode, JsonNode>> operations = new ConcurrentHashMap<>();
  private final Map<String, Deque<Trouble>> troubles = new HashMap<>();
  private final Map<String, List<ObjectNode>> requests = new ConcurrentHashMap<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final List<Pattern> tolerated = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;

  private AwsJsonDouble(int port, List<AwsModel> models) {
    this.models = models;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** Starts with these services, by their names in signatures. */
  public static AwsJsonDouble of(String... services) {
    return at(0, services);
  }

  /** As {@link #of}, on a port; 0 is any free one. */
  public static AwsJsonDouble at(int port, String... services) {
    return new AwsJsonDouble(port, Stream.of(services).map(AwsModel::of).toList());
  }

  /** What goes wrong with one request. */
  public sealed interface Trouble {

    /** The service answers with an error and does nothing. */
    record Refusal(int status, String type) implements Trouble {}

    /** The service does what was asked, and the answer is lost. */
    record AnswerLost() implements Trouble {}

    /** The service does what was asked and does not answer until the double is closed. */
    record AnswerHeld() implements Trouble {}

    /** The service does nothing and does not answer until the double is closed. */
    record Silence() implements Trouble {}
  }

  /** Too many requests. */
  public static Trouble throttled() {
    return new Trouble.Refusal(400, "ThrottlingException");
  }

  /** A fault of the service. */
  public static Trouble broken() {
    return new Trouble.Refusal(500, "InternalFailure");
  }

  /** Our credentials of a limited time are over. */
  public static Trouble expired() {
    return new Trouble.Refusal(400, "ExpiredTokenException");
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Clients set up for this double, in region eu-central-1. */
  public AwsClients clients() {
    return new AwsClients(
        new AwsSettings(
            "eu-central-1",
            models.stream().collect(Collectors.toMap(AwsModel::service, model -> address()))));
  }

  /**
   * Says what an operation answers; a later word counts.
   *
   * @param answer of the request; throws {@link ServiceError} to refuse
   */
  public AwsJsonDouble on(String operation, Function<ObjectNode, JsonNode> answer) {
    if (models.stream().noneMatch(model -> model.has(operation))) {
      throw new IllegalArgumentException("no service here has an operation " + operation);
    }
    operations.put(operation, answer);
    return this;
  }

  /** The next requests for an operation go wrong, each in its way. */
  public void fail(String operation, Trouble... next) {
    synchronized (troubles) {
      troubles.computeIfAbsent(operation, name -> new ArrayDeque<>()).addAll(List.of(next));
    }
  }

  /** The requests for an operation that fitted the model, in order; also those that went wrong. */
  public List<ObjectNode> requests(String operation) {
    return List.copyOf(requests.getOrDefault(operation, List.of()));
  }

  /** What the service does, though its model does not say so; the test says why. */
  public void tolerate(String fault) {
    tolerated.add(Pattern.compile(fault));
  }

  /** What did not fit a model since the start; every test asks that there is nothing. */
  public List<String> faults() {
    return faults.stream()
        .filter(fault -> tolerated.stream().noneMatch(known -> known.matcher(fault).matches()))
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    var dot = target.lastIndexOf('.');
    var operation = target.substring(dot + 1);
    var model =
        models.stream()
            .filter(known -> dot > 0 && known.targetPrefix().equals(target.substring(0, dot)))
            .filter(known -> known.has(operation))
            .findFirst();
    if (model.isEmpty()) {
      faults.add("unknown target " + target);
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
      return;
    }
    answer(exchange, model.get(), operation, body);
  }

  private void answer(HttpExchange exchange, AwsModel model, String operation, byte[] body)
      throws IOException {
    var wrong = new ArrayList<>(SignatureCheck.faults(exchange, body, model.service()));
    if (!model.contentType().equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
      wrong.add("content type of " + operation);
    }
    var request = (ObjectNode) JSON.readTree(body);
    wrong.addAll(model.faultsOfInput(operation, request));
    if (!wrong.isEmpty()) {
      faults.addAll(wrong);
      send(exchange, model, 400, error("ValidationException", String.join("; ", wrong)));
      return;
    }
    requests.computeIfAbsent(operation, name -> new CopyOnWriteArrayList<>()).add(request);
    switch (nextTrouble(operation)) {
      case null -> perform(exchange, model, operation, request);
      case Trouble.Refusal trouble -> fail(exchange, model, operation, trouble);
      case Trouble.AnswerLost lost -> {
        faults.addAll(model.faultsOfOutput(operation, operation(operation).apply(request)));
        exchange.close();
      }
      case Trouble.AnswerHeld held -> {
        faults.addAll(model.faultsOfOutput(operation, operation(operation).apply(request)));
        awaitClose();
        exchange.close();
      }
      case Trouble.Silence silence -> {
        awaitClose();
        exchange.close();
      }
    }
  }

  private @Nullable Trouble nextTrouble(String operation) {
    synchronized (troubles) {
      return troubles.getOrDefault(operation, new ArrayDeque<>()).poll();
    }
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(
      HttpExchange exchange, AwsModel model, String operation, Trouble.Refusal trouble)
      throws IOException {
    if (!COMMON_ERRORS.contains(trouble.type()) && !model.declares(operation, trouble.type())) {
      faults.add("%s never answers %s".formatted(operation, trouble.type()));
    }
    send(exchange, model, trouble.status(), error(trouble.type(), "told by the double"));
  }

  private void perform(HttpExchange exchange, AwsModel model, String operation, ObjectNode request)
      throws IOException {
    try {
      var answer = operation(operation).apply(request);
      faults.addAll(model.faultsOfOutput(operation, answer));
      send(exchange, model, 200, answer);
    } catch (ServiceError e) {
      if (!model.declares(operation, e.type) && !COMMON_ERRORS.contains(e.type)) {
        faults.add("%s never answers %s".formatted(operation, e.type));
      }
      send(exchange, model, e.status, error(e.type, String.valueOf(e.getMessage())));
    }
  }

  private Function<ObjectNode, JsonNode> operation(String name) {
    var known = operations.get(name);
    if (known == null) {
      throw new IllegalStateException("the test does not say what %s answers".formatted(name));
    }
    return known;
  }

  private static JsonNode error(String type, String message) {
    return JSON.createObjectNode().put("__type", type).put("message", message);
  }

  private static void send(HttpExchange exchange, AwsModel model, int status, JsonNode body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", model.contentType());
    var bytes = JSON.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
