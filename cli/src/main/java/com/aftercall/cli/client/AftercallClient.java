package com.aftercall.cli.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks one server. Every method throws {@link NoServerException} if nobody listens there, {@link
 * ProblemException} if the server refuses and {@link ConnectionLostException} if the answer breaks
 * off; none tries again by itself.
 */
public final class AftercallClient implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);

  /** A recording of hours may take long over a slow line. */
  private static final Duration UPLOAD_TIMEOUT = Duration.ofHours(2);

  private final HttpClient http;
  private final URI url;
  private final @Nullable String token;
  private final JsonMapper json;

  /**
   * A client of the server at that address.
   *
   * @param token sent as bearer token; null sends none
   */
  public AftercallClient(URI url, @Nullable String token) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    this.url = url.toString().endsWith("/") ? url : URI.create(url + "/");
    this.token = token;
    this.json =
        JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .build();
  }

  /** The server's address, without a slash at the end. */
  public String url() {
    var text = url.toString();
    return text.substring(0, text.length() - 1);
  }

  /** True once the server can work; false while it cannot, or if nobody listens. */
  public boolean isHealthy() {
    try {
      return exchange(request("health").timeout(CONNECT_TIMEOUT).GET()).statusCode() == 200;
    } catch (NoServerException | ConnectionLostException e) {
      return false;
    }
  }

  /** What the server is doing. */
  public Status status() {
    return read(statusJson(), Status.class);
  }

  /** The same as JSON, as the server wrote it. */
  public String statusJson() {
    return get("api/v1/status");
  }

  /**
   * Has the server check the whole installation, which takes up to a minute; the answer is JSON, as
   * the server wrote it.
   *
   * @param checks ids of those to run; none: all
   */
  public String doctorJson(List<String> checks) {
    var query = checks.stream().map(id -> "check=" + encode(id)).collect(Collectors.joining("&"));
    return get("api/v1/doctor" + (query.isEmpty() ? "" : "?" + query));
  }

  /** What the user with this name may do, as JSON of the same shape. */
  public String doctorJson(String userName) {
    return get("api/v1/doctor?user=" + encode(userName));
  }

  /** That JSON as a report. */
  public DoctorReport doctorReport(String body) {
    return read(body, DoctorReport.class);
  }

  /** The record page; empty if the server has no such contact. */
  public Optional<RecordPage> findContact(String contactId) {
    return findContactJson(contactId).map(body -> read(body, RecordPage.class));
  }

  /** The same as JSON, as the server wrote it. */
  public Optional<String> findContactJson(String contactId) {
    try {
      return Optional.of(get("api/v1/contacts/" + encode(contactId)));
    } catch (ProblemException e) {
      if (e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * One page of the list, newest first.
   *
   * @param cursor of the page before; null for the first page
   * @param limit 1 to 200
   */
  public ContactList contacts(@Nullable String cursor, int limit) {
    var from = cursor == null ? "" : "&cursor=" + encode(cursor);
    return read(get("api/v1/contacts?view=all&limit=" + limit + from), ContactList.class);
  }

  /** Hands in records, one a line. Sending them again is harmless. */
  public IntakeResult postRecords(byte[] lines) {
    var request =
        request("api/v1/contact-records")
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofByteArray(lines));
    return read(expectSuccess(request.timeout(ANSWER_TIMEOUT)), IntakeResult.class);
  }

  /** The streams that are set; none if the server knows no streams. */
  public List<RecordStream> streams() {
    try {
      return read(get("api/v1/streams"), Streams.class).items();
    } catch (ProblemException e) {
      if (e.status() == 404) {
        return List.of();
      }
      throw e;
    }
  }

  /** Begins to read a bucket or a stream, whichever is given, and returns at once. */
  public Backfill startBackfill(
      @Nullable String bucket,
      @Nullable String prefix,
      @Nullable String stream,
      @Nullable String from,
      @Nullable String until) {
    var body = new HashMap<String, String>();
    putIfGiven(body, "bucket", bucket);
    putIfGiven(body, "prefix", prefix);
    putIfGiven(body, "stream", stream);
    putIfGiven(body, "from", from);
    putIfGiven(body, "until", until);
    return read(post("api/v1/backfills", body), Backfill.class);
  }

  private static void putIfGiven(Map<String, String> body, String name, @Nullable String value) {
    if (value != null) {
      body.put(name, value);
    }
  }

  /** How far it is. */
  public Backfill backfill(String id) {
    return read(get("api/v1/backfills/" + encode(id)), Backfill.class);
  }

  /** Stores a file as that object, in place of what is there. */
  public void putObject(Location location, Path file) {
    BodyPublisher body;
    try {
      body = BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException("%s is gone".formatted(file), e);
    }
    putObject(location, body);
  }

  private void putObject(Location location, BodyPublisher body) {
    var path = new StringBuilder("api/v1/objects/").append(encode(location.bucket()));
    for (var segment : location.key().split("/", -1)) {
      path.append('/').append(encode(segment));
    }
    var request =
        request(path.toString()).header("Content-Type", "application/octet-stream").PUT(body);
    expectSuccess(request.timeout(UPLOAD_TIMEOUT));
  }

  /** Runs the contact again from the first step that failed. */
  public void retry(String contactId) {
    post("api/v1/contacts/" + encode(contactId) + "/retry", Map.of());
  }

  /** A code for one sign-in from a browser. */
  public SignInCode createSignInCode() {
    return read(post("api/v1/sign-in-codes", Map.of()), SignInCode.class);
  }

  /** A new token. */
  public NewToken createToken(WantedToken wanted) {
    return read(post("api/v1/tokens", wanted), NewToken.class);
  }

  /** All tokens, without their secrets. */
  public List<Token> tokens() {
    return read(get("api/v1/tokens"), Tokens.class).items();
  }

  /** Makes a token worthless at once. */
  public void revokeToken(String id) {
    delete("api/v1/tokens/" + encode(id));
  }

  /** All models that the server knows. */
  public List<Model> models() {
    return read(get("api/v1/models"), Models.class).items();
  }

  /** Begins to download a model and returns at once. */
  public void pullModel(String name) {
    post("api/v1/models/" + encode(name), Map.of());
  }

  /** Deletes a model's file. */
  public void removeModel(String name) {
    delete("api/v1/models/" + encode(name));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private String get(String path) {
    return expectSuccess(request(path).timeout(ANSWER_TIMEOUT).GET());
  }

  private void delete(String path) {
    expectSuccess(request(path).timeout(ANSWER_TIMEOUT).DELETE());
  }

  private String post(String path, Object body) {
    var request =
        request(path)
            .timeout(ANSWER_TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
    return expectSuccess(request);
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(url.resolve(path)).header("Accept", "application/json, */*");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private String expectSuccess(HttpRequest.Builder request) {
    var answer = exchange(request);
    if (answer.statusCode() / 100 != 2) {
      throw ProblemException.of(answer.statusCode(), answer.body(), json);
    }
    return answer.body();
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString(UTF_8));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new NoServerException(url, e);
    } catch (IOException e) {
      throw new ConnectionLostException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectionLostException(new InterruptedIOException("interrupted"));
    }
  }

  private <T> T read(String body, Class<T> type) {
    try {
      return json.readValue(body, type);
    } catch (JacksonException e) {
      throw new ConnectionLostException(
          new IOException("its answer is not what an Aftercall server says", e));
    }
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
  }

  private record Tokens(List<Token> items) {}

  private record Streams(List<RecordStream> items) {}

  private record Models(List<Model> items) {}
}
