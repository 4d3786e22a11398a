package com.aftercall.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Help for {@code serve}; the launcher starts the server itself and hands its options over. */
@Command(
    name = "serve",
    description = {
      "Starts the server and stays until Ctrl-C or SIGTERM. The next start takes up where this one"
          + " was.",
      ""
    },
    footer = {
      "",
      "Every setting of docs/configuration.md may be given as --key=value too, in a file (--config)"
          + " or as an environment variable: aftercall.data is AFTERCALL_DATA.",
      "AFTERCALL_JAVA_OPTS holds more flags for Java, such as -Xmx4g."
    },
    sortOptions = false)
final class ServeCommand implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "N", description = "Port to listen on (default: 8484).")
  @Nullable Integer port;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "Address to listen on (default: 127.0.0.1, this machine only).")
  @Nullable String host;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of everything kept (default: AFTERCALL_DATA, else data/ of the project).")
  @Nullable Path data;

  @Option(names = "--config", paramLabel = "FILE", description = "Settings, YAML or properties.")
  @Nullable Path config;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Unmatched String @Nullable [] others;

  @Override
  public Integer call() {
    throw new CommandException("Start the server with ./aftercall serve; this jar has none.");
  }
}
