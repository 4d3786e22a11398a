package com.aftercall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aftercall.cli.client.NoServerException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line's beginning. The launcher {@code aftercall} starts it. */
@Command(
    name = "aftercall",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = HelpCommand.class,
    mixinStandardHelpOptions = false)
public final class Main implements Runnable {

  private final Surroundings surroundings;

  private Main(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Runs one command and ends the process with its exit status.
   *
   * @param args command and its options; none shows the help
   */
  public static void main(String[] args) {
    var status = run(Surroundings.ofProcess(), args);
    System.exit(status);
  }

  /** Runs one command; never throws. */
  static int run(Surroundings surroundings, String... args) {
    return commandLine(surroundings).execute(args);
  }

  static CommandLine commandLine(Surroundings surroundings) {
    var line = new CommandLine(new Main(surroundings));
    line.addSubcommand("demo", new DemoCommand(surroundings))
        .addSubcommand("serve", new ServeCommand())
        .addSubcommand("ingest", new IngestCommand(surroundings))
        .addSubcommand("backfill", new BackfillCommand(surroundings))
        .addSubcommand("status", new StatusCommand(surroundings))
        .addSubcommand("doctor", new DoctorCommand(surroundings))
        .addSubcommand("models", new ModelsCommand(surroundings))
        .addSubcommand("token", new TokenCommand(surroundings))
        .addSubcommand("version", new VersionCommand(surroundings))
        .addSubcommand("prepare", new PrepareCommand(surroundings));
    var terminal = surroundings.terminal();
    var colours = CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF);
    line.setColorScheme(colours)
        .setUsageHelpWidth(Math.clamp(terminal.columns(), 60, 100))
        .setExecutionExceptionHandler((failure, command, result) -> report(surroundings, failure))
        .setParameterExceptionHandler((mistake, given) -> report(surroundings, mistake));
    return line;
  }

  @Override
  public void run() {
    surroundings.terminal().print(usage());
  }

  /** The help without a command; the launcher prints the same, so that it need not start Java. */
  static String usage() {
    try (var text = Main.class.getResourceAsStream("usage.txt")) {
      if (text == null) {
        throw new IllegalStateException("usage.txt is not in the jar");
      }
      return new String(text.readAllBytes(), UTF_8).stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int report(Surroundings surroundings, ParameterException mistake) {
    var command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    surroundings.terminal().note(sentence(mistake));
    surroundings.terminal().note("Try %s --help.".formatted(command));
    return ExitCode.USAGE;
  }

  private static int report(Surroundings surroundings, Exception failure) {
    surroundings.terminal().note(sentence(failure));
    if (surroundings.variables().containsKey("AFTERCALL_DEBUG")) {
      var trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      surroundings.terminal().note(trace.toString());
    }
    return failure instanceof NoServerException ? ExitCode.NO_SERVER : ExitCode.FAILED;
  }

  private static String sentence(ParameterException mistake) {
    var isCommand =
        mistake instanceof UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
            && mistake.getCommandLine().getParent() == null;
    return isCommand
        ? "There is no command '%s'."
            .formatted(((UnmatchedArgumentException) mistake).getUnmatched().getFirst())
        : String.valueOf(mistake.getMessage());
  }

  private static String sentence(Exception failure) {
    var message = failure.getMessage();
    if (failure instanceof AccessDeniedException) {
      return "Not allowed: " + message;
    }
    if (message == null || failure instanceof NullPointerException) {
      return "Something went wrong that should not (%s). AFTERCALL_DEBUG=1 shows where."
          .formatted(failure.getClass().getSimpleName());
    }
    return message;
  }
}
