package com.aftercall.pipeline;

import com.aftercall.aws.TestIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server in a process of its own, as {@code ./aftercall serve} starts it. */
final class ServerProcess implements AutoCloseable {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Process process;
  private final Path data;
  private final Path output;
  private final int port;

  private ServerProcess(Process process, Path data, Path output, int port) {
    this.process = process;
    this.data = data;
    this.output = output;
    this.port = port;
  }

  /**
   * @param more settings in the form of the command line
   */
  static ServerProcess start(Path data, int port, String... more) {
    var output = Path.of("target/it", "server-" + System.nanoTime() + ".log").toAbsolutePath();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath(),
            "com.aftercall.AftercallServer",
            "--port",
            Integer.toString(port),
            "--data",
            data.toString(),
            "--aftercall.pipeline.first-wait=200ms",
            "--spring.lifecycle.timeout-per-shutdown-phase=5s"));
    command.addAll(List.of(more));
    try {
      Files.createDirectories(output.getParent());
      var process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      process.environment().put("AWS_ACCESS_KEY_ID", TestIdentity.ACCESS_KEY);
      process.environment().put("AWS_SECRET_ACCESS_KEY", TestIdentity.SECRET_KEY);
      return new ServerProcess(process.start(), data, output, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ours without the tests: a component scan would find what they hold. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(":"))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(":"));
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isReady() {
    if (!process.isAlive()) {
      throw new AssertionError("the server ended with " + process.exitValue() + ":\n" + output());
    }
    try {
      return HTTP.send(
                  HttpRequest.newBuilder(uri("/health")).timeout(Duration.ofSeconds(5)).build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  HttpResponse<String> send(String method, String path, byte[] body) throws IOException {
    var request =
        HttpRequest.newBuilder(uri(path))
            .timeout(Duration.ofSeconds(30))
            .header(
                "Authorization",
                "Bearer " + Files.readString(data.resolve("operator.token")).strip())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofByteArray(body));
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  JsonNode get(String path) throws IOException {
    return JSON.readTree(send("GET", path, new byte[0]).body());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** {@code kill -9}: nothing is tidied up. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** SIGTERM; what it ended with. */
  int terminate(Duration atMost) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still there after " + atMost + ":\n" + output());
    }
    return process.exitValue();
  }

  int awaitExit(Duration atMost) throws InterruptedException {
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("did not end by itself:\n" + output());
    }
    return process.exitValue();
  }

  /** The database's first process. */
  ProcessHandle database() {
    return process
        .children()
        .filter(child -> child.info().command().filter(c -> c.endsWith("postgres")).isPresent())
        .findFirst()
        .or(this::databaseByFile)
        .orElseThrow();
  }

  private Optional<ProcessHandle> databaseByFile() {
    try {
      var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip();
      return ProcessHandle.of(Long.parseLong(pid));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      process.destroy();
      try {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          kill();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        kill();
      }
    }
  }
}
