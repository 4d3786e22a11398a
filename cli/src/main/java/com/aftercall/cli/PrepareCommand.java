package com.aftercall.cli;

import com.aftercall.cli.client.AftercallClient;
import com.aftercall.cli.demo.ServerProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code prepare}: makes the server start in half the time. The launcher calls it after a build.
 *
 * <p>The jar is laid out as Java reads it fastest, and one start and stop on an empty data folder
 * records which classes a start needs (JEP 483, JEP 514). Java passes over a record that does not
 * fit, so nothing depends on it.
 */
@Command(
    name = "prepare",
    hidden = true,
    description = {"Makes the server start faster; run once after a build.", ""})
final class PrepareCommand implements Callable<Integer> {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  /** Java writes the cache when the server ends, and takes its time. */
  private static final Duration STOP_LIMIT = Duration.ofMinutes(3);

  private static final Duration POLL = Duration.ofMillis(200);

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  PrepareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var target = surroundings.home().resolve("server/target");
    var fast = target.resolve("fast");
    delete(fast);
    run(
        target.resolve("extract.log"),
        "-Djarmode=tools",
        "-jar",
        target + "/aftercall-server.jar",
        "extract",
        "--destination",
        fast.toString());
    var data = Files.createTempDirectory("aftercall-prepare");
    try {
      train(fast, data, target.resolve("prepare.log"));
    } finally {
      delete(data);
    }
    if (!Files.exists(fast.resolve("server.aot"))) {
      throw new CommandException(
          "Java wrote no cache; see %s.".formatted(target.resolve("prepare.log")));
    }
    Files.writeString(fast.resolve("ready"), VersionCommand.own() + "\n");
    return ExitCode.DONE;
  }

  private void train(Path fast, Path data, Path log) throws IOException, InterruptedException {
    var port = freePort();
    var server =
        ServerProcess.start(
            List.of(
                "/bin/sh",
                surroundings.home().resolve("aftercall").toString(),
                "serve",
                "--port",
                "" + port,
                "--data",
                data.toString()),
            Map.of("AFTERCALL_BUILD", "never", "AFTERCALL_TRAIN", fast.toString()),
            log);
    try (var client = new AftercallClient(URI.create("http://localhost:" + port), null)) {
      var begun = surroundings.clock().instant();
      while (!client.isHealthy()) {
        if (!server.isAlive()
            || Duration.between(begun, surroundings.clock().instant()).compareTo(START_LIMIT) > 0) {
          throw new CommandException("The server does not start; see %s.".formatted(log));
        }
        surroundings.pause().pause(POLL);
      }
    } finally {
      server.stop(STOP_LIMIT);
    }
  }

  private static void run(Path log, String... arguments) throws IOException, InterruptedException {
    var command = new java.util.ArrayList<>(List.of(java()));
    command.addAll(List.of(arguments));
    var process = ServerProcess.start(command, Map.of(), log);
    process.awaitEnd();
    if (process.exitStatus() != 0) {
      throw new CommandException("The jar cannot be laid out; see %s.".formatted(log));
    }
  }

  private static String java() {
    return System.getProperty("java.home") + "/bin/java";
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
