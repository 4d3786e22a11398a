package com.aftercall.storage.aws;

import com.aftercall.aws.AwsClients;
import com.aftercall.aws.AwsSettings;
import com.aftercall.storage.S3Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.s3.S3Client;

/** A server of others that speaks S3, as a program of its own on a free port of this machine. */
public final class S3Server implements AutoCloseable {

  /** What {@link #proxy} takes; the mock takes any. */
  public static final String ACCESS_KEY = "AKIDEXAMPLE";

  public static final String SECRET = "secret";

  private static final Duration LONGEST_START = Duration.ofSeconds(90);

  private final Process process;
  private final URI address;

  private S3Server(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Adobe's S3Mock. It checks no signatures. */
  public static S3Server mock(Path folder) {
    var port = freePort();
    return start(
        "s3mock",
        folder,
        port,
        "com.adobe.testing.s3mock.S3MockApplication",
        "--server.ssl.enabled=false",
        "--server.address=127.0.0.1",
        "--server.port=" + port,
        "--http.port=0",
        "--com.adobe.testing.s3mock.store.root=" + folder.resolve("s3mock"));
  }

  /** S3Proxy with its files in a folder. It refuses what is not signed by {@link #ACCESS_KEY}. */
  public static S3Server proxy(Path folder) {
    var port = freePort();
    try {
      var files = Files.createDirectories(folder.resolve("s3proxy"));
      var settings = folder.resolve("s3proxy.conf");
      Files.write(
          settings,
          List.of(
              "s3proxy.endpoint=http://127.0.0.1:" + port,
              "s3proxy.authorization=aws-v2-or-v4",
              "s3proxy.identity=" + ACCESS_KEY,
              "s3proxy.credential=" + SECRET,
              "s3proxy.ignore-unknown-headers=true",
              "jclouds.provider=filesystem-nio2",
              "jclouds.filesystem.basedir=" + files));
      return start(
          "s3proxy", folder, port, "org.gaul.s3proxy.Main", "--properties", settings.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static S3Server start(
      String name, Path folder, int port, String mainClass, String... arguments) {
    var library = Path.of("..", "interop", name, "target", "lib").toAbsolutePath();
    if (!Files.isDirectory(library)) {
      throw new IllegalStateException(
          "run `mvn -pl interop/%s generate-test-resources` first".formatted(name));
    }
    // Without it S3Proxy logs each byte.
    var quiet = folder.resolve("logback.xml");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dlogback.configurationFile=" + quiet,
                "-cp",
                library + "/*",
                mainClass));
    command.addAll(List.of(arguments));
    try {
      Files.writeString(quiet, "<configuration><root level=\"warn\"/></configuration>");
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("LC_ALL", "C.UTF-8");
      var log = folder.resolve(name + ".log");
      builder.redirectOutput(log.toFile());
      var server = new S3Server(builder.start(), URI.create("http://127.0.0.1:" + port));
      if (!server.answers()) {
        server.close();
        throw new IllegalStateException(name + " did not start:\n" + Files.readString(log));
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answers() throws IOException {
    var end = Instant.now().plus(LONGEST_START);
    try (var http = HttpClient.newHttpClient()) {
      while (Instant.now().isBefore(end) && process.isAlive()) {
        try {
          http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
          return true;
        } catch (ConnectException e) {
          TimeUnit.MILLISECONDS.sleep(100);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  public URI address() {
    return address;
  }

  AwsClients clients() {
    return new AwsClients(new AwsSettings("eu-central-1", Map.of("s3", address)));
  }

  static S3Settings settings(String... buckets) {
    return new S3Settings(List.of(buckets), null, "", true, null, List.of());
  }

  /** Makes the buckets, or empties them. */
  public void empty(String... buckets) {
    try (var client = client()) {
      var present = client.listBuckets().buckets();
      for (var bucket : buckets) {
        if (present.stream().anyMatch(one -> one.name().equals(bucket))) {
          client
              .listObjectsV2(list -> list.bucket(bucket))
              .contents()
              .forEach(object -> client.deleteObject(d -> d.bucket(bucket).key(object.key())));
        } else {
          client.createBucket(create -> create.bucket(bucket));
        }
      }
    }
  }

  public S3Client client() {
    return S3ObjectStore.client(clients(), settings("*"));
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
