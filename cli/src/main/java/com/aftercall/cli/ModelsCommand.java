package com.aftercall.cli;

import com.aftercall.cli.client.AftercallClient;
import com.aftercall.cli.client.Model;
import com.aftercall.cli.terminal.Bar;
import com.aftercall.cli.terminal.LiveLines;
import com.aftercall.cli.terminal.Table;
import com.aftercall.cli.terminal.Text;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models}. */
@Command(
    name = "models",
    description = {"Speech models: which there are, which are here.", ""},
    synopsisSubcommandLabel = "list | pull NAME | remove NAME",
    sortOptions = false)
final class ModelsCommand implements Runnable {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int BAR_WIDTH = 30;

  private final Surroundings surroundings;

  @Spec @Nullable CommandSpec spec;
  @Mixin HelpOption help = new HelpOption();

  ModelsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "Say what to do with models: list, pull or remove.");
    }
  }

  @Command(
      name = "list",
      description = {"Lists the models that the server knows.", ""})
  int list(@Mixin Connection connection, @Mixin HelpOption helpOption) {
    try (var client = connection.open(surroundings)) {
      var table = new Table("name", "engine", ">size", "state", "languages");
      for (var model : client.models()) {
        table.row(
            model.name(),
            Objects.requireNonNullElse(model.engine(), ""),
            model.sizeBytes() == null ? "" : Text.bytes(model.sizeBytes()),
            stateOf(model),
            Objects.requireNonNullElse(model.languages(), ""));
      }
      surroundings.terminal().print(table.lines(surroundings.terminal()));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "pull",
      description = {
        "Downloads a model from its publisher and stays until it is there. The server goes on if"
            + " this is ended; a download that broke off goes on where it was.",
        ""
      })
  int pull(
      @Parameters(paramLabel = "NAME", description = "As 'models list' shows it.") String name,
      @Mixin Connection connection,
      @Mixin HelpOption helpOption) {
    try (var client = connection.open(surroundings)) {
      client.pullModel(name);
      return follow(client, name);
    }
  }

  @Command(
      name = "remove",
      description = {"Deletes a model's file.", ""})
  int remove(
      @Parameters(paramLabel = "NAME", description = "As 'models list' shows it.") String name,
      @Mixin Connection connection,
      @Mixin HelpOption helpOption) {
    try (var client = connection.open(surroundings)) {
      client.removeModel(name);
      surroundings.terminal().print("Model %s is removed.".formatted(name));
      return ExitCode.DONE;
    }
  }

  private int follow(AftercallClient client, String name) {
    var terminal = surroundings.terminal();
    var live = new LiveLines(terminal);
    var told = -1L;
    while (true) {
      var model = require(client, name);
      if (model.state().equals("present")) {
        live.clear();
        terminal.print("Model %s is here.".formatted(name));
        return ExitCode.DONE;
      }
      if (model.state().equals("failed")) {
        live.clear();
        terminal.note(
            "Model %s could not be downloaded: %s"
                .formatted(name, Objects.requireNonNullElse(model.error(), "no reason given")));
        return ExitCode.FAILED;
      }
      var tenth = (long) (fraction(model) * 10);
      if (terminal.interactive()) {
        live.draw(List.of(line(model)));
      } else if (tenth > told) {
        terminal.print(line(model));
        told = tenth;
      }
      surroundings.pause().pause(POLL);
    }
  }

  private static Model require(AftercallClient client, String name) {
    return client.models().stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new CommandException("The server knows no model '%s'.".formatted(name)));
  }

  private String line(Model model) {
    var done = Objects.requireNonNullElse(model.downloadedBytes(), 0L);
    var size = Objects.requireNonNullElse(model.sizeBytes(), 0L);
    var bar = Bar.of(surroundings.terminal(), fraction(model), BAR_WIDTH);
    return "%s %s %3d %%  %s of %s"
        .formatted(
            model.name(), bar, (int) (fraction(model) * 100), Text.bytes(done), Text.bytes(size));
  }

  private static double fraction(Model model) {
    var done = Objects.requireNonNullElse(model.downloadedBytes(), 0L);
    var size = Objects.requireNonNullElse(model.sizeBytes(), 0L);
    return size <= 0 ? 0 : Math.clamp((double) done / size, 0, 1);
  }

  private static String stateOf(Model model) {
    return model.state().equals("downloading")
        ? "downloading (%d %%)".formatted((int) (fraction(model) * 100))
        : model.state();
  }
}
