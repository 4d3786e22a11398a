package com.aftercall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aftercall.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Runs a command as a pipe would see it. Pauses take no time; the clock moves by them. */
final class CommandRun {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
  private final Path home;
  final Map<String, String> variables = new HashMap<>();
  final List<Duration> pauses = new ArrayList<>();

  CommandRun(Path home) {
    this.home = home;
  }

  CommandRun at(ServerDouble server) {
    variables.put("AFTERCALL_URL", server.url());
    variables.put("AFTERCALL_TOKEN", ServerDouble.TOKEN);
    return this;
  }

  int run(String... arguments) {
    out.reset();
    err.reset();
    return Main.run(surroundings(), arguments);
  }

  Surroundings surroundings() {
    var terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, false, 80);
    return new Surroundings(
        terminal,
        variables,
        home,
        now::get,
        duration -> {
          pauses.add(duration);
          now.updateAndGet(instant -> instant.plus(duration));
        });
  }

  String out() {
    return out.toString(UTF_8);
  }

  String err() {
    return err.toString(UTF_8);
  }
}
