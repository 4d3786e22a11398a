package com.aftercall.storage.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.aws.AwsClients;
import com.aftercall.aws.AwsSettings;
import com.aftercall.aws.TestIdentity;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Serves objects as S3 does and fails as S3 does, on demand. Every request has to be signed for S3
 * in the bucket's region; one that is not is a fault of the test. As an extension it also says who
 * the caller is, and ends with each test.
 */
final class S3Double implements AutoCloseable, BeforeEachCallback, AfterEachCallback {

  private static final Pattern SIGNED =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/([a-z0-9-]+)/s3/aws4_request, "
              + "SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}");

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

  final List<String> faults = new CopyOnWriteArrayList<>();
  final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Stored> objects = new ConcurrentHashMap<>();
  final List<String> allowedOrigins = new CopyOnWriteArrayList<>();
  private final Deque<Answer> next = new ArrayDeque<>();
  private final HttpServer server;
  private volatile String region = "eu-central-1";

  S3Double() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    TestIdentity.take();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    TestIdentity.drop();
    close();
    assertThat(faults).isEmpty();
  }

  /** A request as it came. */
  record Asked(String method, String host, String target, Map<String, String> headers) {
    @Nullable String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }
  }

  private record Answer(int status, String body, int missing) {}

  /** An object and its tag, which is another for every one that is stored. */
  private static final class Stored {
    final byte[] body;
    final String tag = "\"%s\"".formatted(UUID.randomUUID());

    Stored(byte[] body) {
      this.body = body;
    }
  }

  void put(String path, byte[] body) {
    objects.put(path, new Stored(body));
  }

  int port() {
    return server.getAddress().getPort();
  }

  AwsClients clients() {
    return clients("http://127.0.0.1:" + port());
  }

  AwsClients clients(String address) {
    return new AwsClients(new AwsSettings("eu-central-1", Map.of("s3", URI.create(address))));
  }

  /** All buckets lie there from now on. */
  void moveTo(String other) {
    region = other;
  }

  /** The next request fails so; the error is as Amazon's documentation shows it. */
  void failNext(int status, String code, String message) {
    var body =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>%s</Code><Message>%s</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>
        """
            .formatted(code, message);
    answerNext(status, body);
  }

  /** The next request is answered so. */
  void answerNext(int status, String body) {
    synchronized (next) {
      next.add(new Answer(status, body, 0));
    }
  }

  /** The next answer to GET ends so many bytes too early. */
  void breakNextOff(int missing) {
    synchronized (next) {
      next.add(new Answer(0, "", missing));
    }
  }

  List<Asked> asked(String method) {
    return asked.stream().filter(one -> one.method().equals(method)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var headers = new ConcurrentHashMap<String, String>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(lower(name), values.getFirst()));
      var request =
          new Asked(
              exchange.getRequestMethod(),
              String.valueOf(headers.get("host")),
              exchange.getRequestURI().getRawPath()
                  + (exchange.getRequestURI().getRawQuery() == null
                      ? ""
                      : "?" + exchange.getRequestURI().getRawQuery()),
              headers);
      asked.add(request);
      if (request.method().equals("OPTIONS")) {
        answerPreflight(exchange, request);
        return;
      }
      var signed = SIGNED.matcher(String.valueOf(request.header("authorization")));
      if (!signed.matches()) {
        faults.add("not signed: " + request.method() + " " + request.target());
        send(exchange, 403, new byte[0], 0);
      } else if (!signed.group(1).equals(region)) {
        exchange.getResponseHeaders().set("x-amz-bucket-region", region);
        send(exchange, request.method().equals("HEAD") ? 400 : 301, bytes("PermanentRedirect"), 0);
      } else {
        answer(exchange, request);
      }
    }
  }

  private void answerPreflight(HttpExchange exchange, Asked request) throws IOException {
    var origin = String.valueOf(request.header("origin"));
    if (!allowedOrigins.contains(origin)
        || !"GET".equals(request.header("access-control-request-method"))) {
      send(exchange, 403, bytes("<Error><Code>AccessForbidden</Code></Error>"), 0);
      return;
    }
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
    send(exchange, 200, new byte[0], 0);
  }

  private void answer(HttpExchange exchange, Asked request) throws IOException {
    Answer planned;
    synchronized (next) {
      planned = next.poll();
    }
    if (planned != null && planned.status() != 0) {
      send(exchange, planned.status(), bytes(planned.body()), 0);
      return;
    }
    var target = request.target();
    var stored = objects.get(exchange.getRequestURI().getPath());
    switch (request.method()) {
      case "GET", "HEAD" ->
          read(exchange, request, stored, planned == null ? 0 : planned.missing());
      case "POST" -> send(exchange, 200, bytes(target.contains("?uploads") ? BEGUN : WHOLE), 0);
      case "DELETE" -> send(exchange, 204, new byte[0], 0);
      default -> {
        exchange.getResponseHeaders().set("ETag", "\"part\"");
        send(exchange, 200, new byte[0], 0);
      }
    }
  }

  private static final String BEGUN =
      "<InitiateMultipartUploadResult><Bucket>b</Bucket><Key>k</Key><UploadId>U1</UploadId></InitiateMultipartUploadResult>";

  private static final String WHOLE =
      "<CompleteMultipartUploadResult><Bucket>b</Bucket><Key>k</Key><ETag>\"x\"</ETag></CompleteMultipartUploadResult>";

  private void read(HttpExchange exchange, Asked request, @Nullable Stored stored, int missing)
      throws IOException {
    if (stored == null) {
      send(exchange, 404, bytes("<Error><Code>NoSuchKey</Code></Error>"), 0);
      return;
    }
    var condition = request.header("if-match");
    if (condition != null && !condition.equals(stored.tag)) {
      send(exchange, 412, bytes("<Error><Code>PreconditionFailed</Code></Error>"), 0);
      return;
    }
    var body = stored.body;
    exchange.getResponseHeaders().set("ETag", stored.tag);
    exchange.getResponseHeaders().set("Last-Modified", "Thu, 12 Mar 2026 10:04:05 GMT");
    var range = RANGE.matcher(String.valueOf(request.header("range")));
    if (range.matches()) {
      var from = Integer.parseInt(range.group(1));
      var to = Math.min(body.length, Integer.parseInt(range.group(2)) + 1);
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, body.length));
      send(exchange, 206, Arrays.copyOfRange(body, from, to), missing);
    } else {
      send(exchange, 200, body, missing);
    }
  }

  /** The length is that of the whole, however much is left out. */
  private static void send(HttpExchange exchange, int status, byte[] body, int missing)
      throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", "" + body.length);
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body, 0, body.length - missing);
    exchange.getResponseBody().flush();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
