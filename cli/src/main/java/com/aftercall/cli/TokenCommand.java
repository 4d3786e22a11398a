package com.aftercall.cli;

import com.aftercall.cli.client.AftercallClient;
import com.aftercall.cli.terminal.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code token}. */
@Command(
    name = "token",
    description = {"Access tokens for programs, and links that sign a browser in.", ""},
    synopsisSubcommandLabel = "create | list | revoke ID | link",
    sortOptions = false)
final class TokenCommand implements Runnable {

  private final Surroundings surroundings;

  @Spec @Nullable CommandSpec spec;
  @Mixin HelpOption help = new HelpOption();

  TokenCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "Say what to do with tokens: create, list, revoke or link.");
    }
  }

  @Command(
      name = "create",
      description = {"Makes a token. It is shown this once; keep it like a password.", ""})
  int create(
      @Option(
              names = "--name",
              paramLabel = "N",
              defaultValue = "command line",
              description = "What it is for (default: ${DEFAULT-VALUE}).")
          String name,
      @Mixin Connection connection,
      @Mixin HelpOption helpOption) {
    return with(
        connection,
        client -> {
          var made = client.createToken(name);
          surroundings.terminal().note("Token %s (%s):".formatted(made.id(), made.name()));
          surroundings.terminal().print(made.token());
          return ExitCode.DONE;
        });
  }

  @Command(
      name = "list",
      description = {"Lists the tokens, without their secrets.", ""})
  int list(@Mixin Connection connection, @Mixin HelpOption helpOption) {
    return with(
        connection,
        client -> {
          var table = new Table("id", "name", "created", "last used");
          for (var token : client.tokens()) {
            table.row(
                token.id(), token.name(), moment(token.createdAt()), moment(token.lastUsedAt()));
          }
          var terminal = surroundings.terminal();
          if (table.isEmpty()) {
            terminal.print("There are no tokens.");
          } else {
            terminal.print(table.lines(terminal));
          }
          return ExitCode.DONE;
        });
  }

  @Command(
      name = "revoke",
      description = {"Makes a token worthless at once.", ""})
  int revoke(
      @Parameters(paramLabel = "ID", description = "As 'token list' shows it.") String id,
      @Mixin Connection connection,
      @Mixin HelpOption helpOption) {
    return with(
        connection,
        client -> {
          client.revokeToken(id);
          surroundings.terminal().print("Token %s is worthless now.".formatted(id));
          return ExitCode.DONE;
        });
  }

  @Command(
      name = "link",
      description = {"Makes a link that signs one browser in, once, within ten minutes.", ""})
  int link(@Mixin Connection connection, @Mixin HelpOption helpOption) {
    return with(
        connection,
        client -> {
          surroundings.terminal().print(signInLink(client));
          return ExitCode.DONE;
        });
  }

  /** A link that signs one browser in. */
  static String signInLink(AftercallClient client) {
    return client.url() + "/login#code=" + client.createSignInCode().code();
  }

  private int with(Connection connection, ToIntFunction<AftercallClient> work) {
    try (var client = connection.open(surroundings)) {
      return work.applyAsInt(client);
    }
  }

  private static String moment(@Nullable Instant instant) {
    return instant == null ? "never" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
