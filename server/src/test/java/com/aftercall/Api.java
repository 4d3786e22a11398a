package com.aftercall;

import static org.awaitility.Awaitility.await;

import com.aftercall.contact.SampleRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a server as any program would. */
final class Api {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> SETTLED = Set.of("complete", "failed", "notRequested");

  private final URI server;

  /** Names and values that go with every request. */
  private final String[] standing;

  private Api(URI server, String... standing) {
    this.server = server;
    this.standing = standing;
  }

  static Api at(int port, @Nullable String token) {
    var anybody = new Api(URI.create("http://127.0.0.1:" + port));
    return token == null ? anybody : anybody.withToken(token);
  }

  URI address() {
    return server;
  }

  Api withoutToken() {
    return new Api(server);
  }

  Api withToken(String token) {
    return new Api(server, "Authorization", "Bearer " + token);
  }

  /** As a browser's pages call, which send a header that no page of another origin can. */
  Api withCookie(String cookie) {
    return new Api(server, "Cookie", cookie, "X-Aftercall", "1");
  }

  /** What the server said. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(int status, HttpHeaders headers, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return JSON.readTree(body);
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  Answer get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  Answer post(String path, String body, String... headers) {
    return send("POST", path, BodyPublishers.ofString(body), with(headers));
  }

  Answer put(String path, String body) {
    return send("PUT", path, BodyPublishers.ofString(body), with());
  }

  Answer patch(String path, String body) {
    return send("PATCH", path, BodyPublishers.ofString(body), with());
  }

  /** Sets fields of the secret, or removes those that are null. */
  void changeCredentials(String fields) {
    var answer = patch("/api/v1/salesforce-credentials", fields);
    if (answer.status() != 200) {
      throw new AssertionError("not changed: " + answer.text());
    }
  }

  /** Stores a recording, hands in a record that wants it, and waits until it is there. */
  void record(String contactId, String location, byte[] audio) {
    store(location, audio);
    hand(
        SampleRecord.of(contactId)
            .recordedAt(location)
            .attribute("postcallRecordingImportEnabled", "true"));
    var page = settled(contactId);
    if (!page.path("state").asString("").equals("complete")) {
      throw new AssertionError("not complete: " + page);
    }
  }

  Answer delete(String path, String... headers) {
    return send("DELETE", path, BodyPublishers.noBody(), headers);
  }

  Answer send(String method, String path, BodyPublisher body, String... headers) {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    for (var more : new String[][] {standing, headers}) {
      if (more.length > 0) {
        request.headers(more);
      }
    }
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException e) {
      throw new NoAnswer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Server-sent events, from now on. */
  EventStream listen(String path, String... headers) {
    var request = HttpRequest.newBuilder(server.resolve(path));
    for (var more : new String[][] {standing, headers}) {
      if (more.length > 0) {
        request.headers(more);
      }
    }
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofLines());
      if (answer.statusCode() != 200) {
        throw new AssertionError("no events but status " + answer.statusCode());
      }
      return new EventStream(answer.body());
    } catch (IOException e) {
      throw new NoAnswer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The server is gone, or broke off. */
  static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoAnswer(IOException cause) {
      super(cause);
    }
  }

  private static String[] with(String... headers) {
    var all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/json";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return all;
  }

  Answer hand(String records) {
    return post("/api/v1/contact-records", records);
  }

  void hand(SampleRecord record) {
    var answer = hand(record.json());
    if (answer.status() != 202) {
      throw new AssertionError("not accepted: " + answer.text());
    }
  }

  /** Stores an object under {@code bucket/key}, which holds no character that a URI may not. */
  void store(String location, byte[] content) {
    var answer = send("PUT", "/api/v1/objects/" + location, BodyPublishers.ofByteArray(content));
    if (answer.status() != 204) {
      throw new AssertionError("not stored: " + answer.text());
    }
  }

  JsonNode page(String contactId) {
    return get("/api/v1/contacts/" + contactId).json();
  }

  /** The page of a contact as soon as there is nothing more to do for it. */
  JsonNode settled(String contactId) {
    return await(contactId)
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> page(contactId), page -> SETTLED.contains(page.path("state").asString("none")));
  }

  static JsonNode step(JsonNode page, String name) {
    for (var step : page.path("steps")) {
      if (step.path("name").asString().equals(name)) {
        return step;
      }
    }
    throw new AssertionError("no step " + name + " on the page");
  }
}
