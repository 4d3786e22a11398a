package com.aftercall.cli.demo;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server that this process started, and that ends with it. Its output goes to a file. */
public final class ServerProcess {

  private static final int LAST_WORDS = 5;
  private static final int LOG_TAIL = 16_384;

  private final Process process;
  private final Path log;
  private final long logBegin;

  private ServerProcess(Process process, Path log, long logBegin) {
    this.process = process;
    this.log = log;
    this.logBegin = logBegin;
  }

  /**
   * Starts a command, which must become the server itself ({@code exec}) so that signals reach it.
   *
   * @param log appended to; made with its folder if it is not there
   */
  public static ServerProcess start(List<String> command, Map<String, String> variables, Path log)
      throws IOException {
    var folder = log.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var begin = Files.exists(log) ? Files.size(log) : 0;
    var builder =
        new ProcessBuilder(command)
            .redirectInput(Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    builder.environment().putAll(variables);
    return new ServerProcess(builder.start(), log, begin);
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Returns once it has ended. */
  public void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  /** Its exit status; only once it has ended. */
  public int exitStatus() {
    return process.exitValue();
  }

  /**
   * Asks it to end, as Ctrl-C would, and waits; then ends it by force.
   *
   * @param patience how long it may take
   * @return whether it ended by itself
   */
  public boolean stop(Duration patience) {
    process.destroy();
    try {
      if (process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    return false;
  }

  /** What it wrote last, without stack traces; at most five lines, oldest first. */
  public List<String> lastWords() {
    var lines = tail().lines().filter(line -> !line.isBlank() && !isOfStackTrace(line)).toList();
    return lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size());
  }

  private String tail() {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      var from = Math.max(logBegin, file.length() - LOG_TAIL);
      var bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "nothing that can be read: " + e.getMessage();
    }
  }

  private static boolean isOfStackTrace(String line) {
    return line.startsWith("\tat ")
        || line.startsWith("\t...")
        || line.startsWith("Caused by:")
        || line.startsWith("\tSuppressed:");
  }
}
