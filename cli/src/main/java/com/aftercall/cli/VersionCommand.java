package com.aftercall.cli;

import com.aftercall.cli.client.ConnectionLostException;
import com.aftercall.cli.client.NoServerException;
import com.aftercall.cli.client.ProblemException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code version}. */
@Command(
    name = "version",
    description = {"Shows the versions of this command line and of the server, if one runs.", ""},
    sortOptions = false)
final class VersionCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin Connection connection = new Connection();
  @Mixin HelpOption help = new HelpOption();

  VersionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var terminal = surroundings.terminal();
    terminal.print("aftercall " + own());
    terminal.print(
        "Java %s (%s)".formatted(Runtime.version(), System.getProperty("java.home", "unknown")));
    try (var client = connection.open(surroundings)) {
      terminal.print("server %s at %s".formatted(client.status().version(), client.url()));
    } catch (NoServerException | ProblemException | ConnectionLostException e) {
      terminal.print("server not reached: " + e.getMessage());
    }
    return ExitCode.DONE;
  }

  /** From the jar's manifest; classes outside a jar have none. */
  static String own() {
    var version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "of this moment" : version;
  }
}
