package com.aftercall.transcript.whisper;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** Brings one file into its {@code .part}, continuing where an earlier attempt ended. */
final class ModelDownload {

  /** A connection that breaks is taken up again at once, as long as each attempt brings bytes. */
  private static final int ATTEMPTS = 5;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
  private static final int PROGRESS_BYTES = 1_000_000;

  private final WhisperModel model;
  private final URI source;
  private final Path part;

  ModelDownload(WhisperModel model, URI source, Path part) {
    this.model = model;
    this.source = source;
    this.part = part;
  }

  /** Returns when the part is complete and checked; an {@link IOException} is the disk's. */
  void run(DownloadProgress progress) throws IOException {
    try (FileChannel file =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        HttpClient client =
            HttpClient.newBuilder()
                .followRedirects(Redirect.NORMAL)
                .connectTimeout(CONNECT_TIMEOUT)
                .build()) {
      lock(file);
      fetch(client, file, progress);
      file.force(true);
      check(file);
    }
  }

  /** The lock ends with the channel. */
  private void lock(FileChannel file) throws IOException {
    boolean locked;
    try {
      locked = file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    }
    if (!locked) {
      throw new PermanentException(
          FailureCode.MODEL_DOWNLOAD_FAILED,
          "model %s is being downloaded already".formatted(model.name()));
    }
  }

  private void fetch(HttpClient client, FileChannel file, DownloadProgress progress)
      throws IOException {
    if (file.size() > model.bytes()) {
      file.truncate(0);
    }
    for (int attempt = 1; file.size() < model.bytes(); attempt++) {
      long before = file.size();
      try (InputStream body = open(client, file)) {
        copy(body, file, progress);
      } catch (ConnectionLost e) {
        if (attempt == ATTEMPTS || file.size() <= before) {
          throw broken(file.size(), e);
        }
      }
    }
    progress.at(file.size(), model.bytes());
  }

  private InputStream open(HttpClient client, FileChannel file) throws IOException, ConnectionLost {
    long from = file.size();
    HttpRequest request =
        HttpRequest.newBuilder(source)
            .timeout(ANSWER_TIMEOUT)
            .header("Range", "bytes=%d-".formatted(from))
            .build();
    HttpResponse<InputStream> answer = send(client, request);
    String range = answer.headers().firstValue("Content-Range").orElse("");
    switch (answer.statusCode()) {
      case 200 -> file.truncate(0);
      case 206 -> {
        if (!range.startsWith("bytes %d-".formatted(from))) {
          answer.body().close();
          throw refused("a part that was not asked for");
        }
      }
      default -> {
        answer.body().close();
        throw answer.statusCode() >= 500 || answer.statusCode() == 429
            ? busy(answer.statusCode())
            : refused("status " + answer.statusCode());
      }
    }
    return answer.body();
  }

  private static HttpResponse<InputStream> send(HttpClient client, HttpRequest request)
      throws ConnectionLost {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new ConnectionLost(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetryableException(FailureCode.INTERRUPTED, "download was stopped", e);
    }
  }

  private void copy(InputStream body, FileChannel file, DownloadProgress progress)
      throws IOException, ConnectionLost {
    byte[] buffer = new byte[1 << 16];
    long reported = file.size();
    int count;
    while ((count = read(body, buffer)) > 0) {
      // One byte too many is enough to know that it is another file.
      write(file, ByteBuffer.wrap(buffer, 0, count));
      if (file.size() > model.bytes()) {
        return;
      }
      if (file.size() - reported >= PROGRESS_BYTES) {
        reported = file.size();
        progress.at(reported, model.bytes());
      }
    }
    if (file.size() < model.bytes()) {
      throw new ConnectionLost(new IOException("body ended early"));
    }
  }

  private static int read(InputStream body, byte[] buffer) throws ConnectionLost {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw new ConnectionLost(e);
    }
  }

  private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
    long at = file.size();
    while (bytes.hasRemaining()) {
      at += file.write(bytes, at);
    }
  }

  private void check(FileChannel file) throws IOException {
    if (file.size() == model.bytes() && sha256(file).equals(model.sha256())) {
      return;
    }
    Files.deleteIfExists(part);
    throw new PermanentException(
        FailureCode.MODEL_DOWNLOAD_FAILED,
        "what %s sent for model %s is not the published file (size or SHA-256 differ) and was deleted"
            .formatted(source.getHost(), model.name()));
  }

  private static String sha256(FileChannel file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    for (long at = 0; at < file.size(); ) {
      buffer.clear();
      at += file.read(buffer, at);
      digest.update(buffer.flip());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private PermanentException refused(String answer) {
    return new PermanentException(
        FailureCode.MODEL_DOWNLOAD_FAILED,
        "%s answered with %s for model %s".formatted(source.getHost(), answer, model.name()));
  }

  private RetryableException busy(int status) {
    return new RetryableException(
        FailureCode.MODEL_DOWNLOAD_FAILED,
        "%s answered with status %d for model %s; try again later"
            .formatted(source.getHost(), status, model.name()));
  }

  private RetryableException broken(long done, ConnectionLost cause) {
    return new RetryableException(
        FailureCode.MODEL_DOWNLOAD_FAILED,
        "connection to %s failed at %d of %d MB of model %s; run the same again to continue"
            .formatted(source.getHost(), done / 1_000_000, model.bytes() / 1_000_000, model.name()),
        cause);
  }

  /** Tells the network's failures from the disk's. */
  private static final class ConnectionLost extends Exception {
    ConnectionLost(IOException cause) {
      super(cause);
    }
  }
}
