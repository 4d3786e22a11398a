package com.aftercall.cli;

import com.aftercall.cli.client.AftercallClient;
import com.aftercall.cli.client.ContactSummary;
import com.aftercall.cli.client.RecordPage;
import com.aftercall.cli.terminal.LiveLines;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code status}. */
@Command(
    name = "status",
    description = {"Shows what the server is doing, or how far one contact is.", ""},
    sortOptions = false)
final class StatusCommand implements Callable<Integer> {

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int PAGE = 200;

  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      paramLabel = "CONTACT",
      description = "A contact's id, its name 'CCA 000012', or just 12.")
  @Nullable String contact;

  @Option(names = "--json", description = "Print the server's answer as it is.")
  boolean json;

  @Option(
      names = "--watch",
      description = "Show it again each second, for a contact until nothing changes any more.")
  boolean watch;

  @Mixin Connection connection = new Connection();
  @Mixin HelpOption help = new HelpOption();

  StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (var client = connection.open(surroundings)) {
      if (contact == null) {
        return showServer(client);
      }
      var id = contactId(client, contact);
      if (json) {
        surroundings
            .terminal()
            .print(client.findContactJson(id).orElseThrow(() -> unknown(contact)));
        return ExitCode.DONE;
      }
      return showContact(client, id);
    }
  }

  private int showServer(AftercallClient client) {
    var terminal = surroundings.terminal();
    if (json) {
      terminal.print(client.statusJson());
      return ExitCode.DONE;
    }
    var view = new StatusView(terminal, surroundings.clock());
    var shown = new Shown();
    shown.show(view.server(client.status(), client.streams(), client.url()));
    while (watch && !Thread.currentThread().isInterrupted()) {
      surroundings.pause().pause(POLL);
      shown.show(view.server(client.status(), client.streams(), client.url()));
    }
    return ExitCode.DONE;
  }

  private int showContact(AftercallClient client, String id) {
    var view = new StatusView(surroundings.terminal(), surroundings.clock());
    var shown = new Shown();
    while (true) {
      var page = client.findContact(id).orElseThrow(() -> unknown(id));
      shown.show(view.contact(page));
      if (!watch || page.state().isFinal() || Thread.currentThread().isInterrupted()) {
        return exitCode(page);
      }
      surroundings.pause().pause(POLL);
    }
  }

  private static int exitCode(RecordPage page) {
    return switch (page.state()) {
      case FAILED -> ExitCode.FAILED;
      case WAITING, RUNNING, COMPLETE, SKIPPED, NOT_REQUESTED, UNKNOWN -> ExitCode.DONE;
    };
  }

  /** An id as it is; a name or its number is looked for in the list, newest first. */
  private static String contactId(AftercallClient client, String text) {
    if (!text.matches("(?i)(CCA[ -]?)?\\d{1,9}")) {
      return text;
    }
    var name = "CCA %06d".formatted(Integer.parseInt(text.replaceAll("\\D", "")));
    return find(client, name)
        .map(ContactSummary::contactId)
        .or(() -> client.findContact(text).map(RecordPage::contactId))
        .orElseThrow(() -> unknown(name));
  }

  private static Optional<ContactSummary> find(AftercallClient client, String name) {
    String cursor = null;
    do {
      var page = client.contacts(cursor, PAGE);
      for (var summary : page.items()) {
        if (summary.name().toUpperCase(Locale.ROOT).equals(name)) {
          return Optional.of(summary);
        }
      }
      cursor = page.next();
    } while (cursor != null);
    return Optional.empty();
  }

  private static CommandException unknown(@Nullable String contact) {
    return new CommandException("The server has no contact '%s'.".formatted(contact));
  }

  /** Draws again in place where a person looks; elsewhere prints again if something changed. */
  private final class Shown {

    private final LiveLines live = new LiveLines(surroundings.terminal());
    private List<String> last = List.of();

    void show(List<String> lines) {
      if (surroundings.terminal().interactive()) {
        live.draw(lines);
      } else if (!lines.equals(last)) {
        surroundings.terminal().print(lines);
      }
      last = lines;
    }
  }
}
