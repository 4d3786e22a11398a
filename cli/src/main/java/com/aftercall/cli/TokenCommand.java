package com.aftercall.cli;

import com.aftercall.cli.client.AftercallClient;
import com.aftercall.cli.client.WantedToken;
import com.aftercall.cli.terminal.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
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
      description = {
        "Makes a token. It is shown this once; keep it like a password. Without --scope it is good for"
            + " everything.",
        ""
      })
  int create(
      @Option(
              names = "--name",
              paramLabel = "N",
              defaultValue = "command line",
              description = "What it is for (default: ${DEFAULT-VALUE}).")
          String name,
      @Option(
              names = "--scope",
              paramLabel = "PERMISSION",
              split = ",",
              description = {
                "A permission that it is good for; again, or with commas, for more. One of listen,"
                    + " readTranscript, download, export, annotate, delete, submit, link, unredacted,"
                    + " audit, administer."
              })
          @Nullable List<String> scopes,
      @Option(
              names = "--no-contacts",
              description = "It sees no contacts, as one that only hands them in.")
          boolean noContacts,
      @Option(
              names = "--expires",
              paramLabel = "END",
              description =
                  "After 12h, 30d or 8w, or at 2027-01-31 or 2027-01-31T12:00:00Z (default: never).")
          @Nullable String expires,
      @Mixin Connection connection,
      @Mixin HelpOption helpOption) {
    var wanted =
        new WantedToken(
            name, scopes, noContacts ? "none" : "all", expires == null ? null : end(expires));
    return with(
        connection,
        client -> {
          var made = client.createToken(wanted);
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
          var table = new Table("id", "name", "created", "last used", "ends", "good for");
          for (var token : client.tokens()) {
            table.row(
                token.id(),
                token.name(),
                moment(token.createdAt()),
                moment(token.lastUsedAt()),
                moment(token.expiresAt()),
                token.permissions() == null
                    ? "everything"
                    : String.join(", ", token.permissions()));
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

  private Instant end(String text) {
    try {
      return Expiry.of(text, surroundings.clock().instant());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "--expires: " + e.getMessage(), e);
    }
  }

  private static String moment(@Nullable Instant instant) {
    return instant == null ? "never" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
