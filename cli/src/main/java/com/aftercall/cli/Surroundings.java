package com.aftercall.cli;

import com.aftercall.cli.client.Pause;
import com.aftercall.cli.terminal.Terminal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * All that a command has from outside, so that a test can give it something else.
 *
 * @param home the project's folder, where the launcher lies
 */
record Surroundings(
    Terminal terminal, Map<String, String> variables, Path home, InstantSource clock, Pause pause) {

  /** The process's own. */
  static Surroundings ofProcess() {
    var variables = System.getenv();
    return new Surroundings(
        Terminal.ofProcess(variables),
        variables,
        Path.of(System.getProperty("aftercall.home", "")).toAbsolutePath(),
        InstantSource.system(),
        Pause.SLEEP);
  }
}
