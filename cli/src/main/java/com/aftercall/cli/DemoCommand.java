package com.aftercall.cli;

import com.aftercall.cli.client.AftercallClient;
import com.aftercall.cli.client.ConnectionLostException;
import com.aftercall.cli.client.NoServerException;
import com.aftercall.cli.client.Pause;
import com.aftercall.cli.client.ProblemException;
import com.aftercall.cli.demo.DemoContact;
import com.aftercall.cli.demo.Play;
import com.aftercall.cli.demo.ServerProcess;
import com.aftercall.cli.terminal.Bar;
import com.aftercall.cli.terminal.LiveLines;
import com.aftercall.cli.terminal.Style;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}. */
@Command(
    name = "demo",
    description = {
      "Starts a server, plays four sample contacts through it and shows each on its way. Stays until"
          + " Ctrl-C, so that you can look at them in a browser.",
      ""
    },
    footer = {
      "",
      "Contacts that are complete from an earlier time are shown as they are. A server that runs on"
          + " this data folder already is used, and left running."
    },
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(150);
  private static final Duration CONNECT = Duration.ofSeconds(1);

  private final Surroundings surroundings;

  @Option(
      names = "--exit",
      description = "Stop the server at the end; exit status 0 only if all four are complete.")
  boolean exit;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8484",
      description = "Port of the server (default: ${DEFAULT-VALUE}).")
  int port = 8484;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Its data folder (default: AFTERCALL_DATA, else data/ of the project).")
  @Nullable Path data;

  @Option(
      names = "--limit",
      paramLabel = "MINUTES",
      defaultValue = "15",
      description = "When to give up waiting (default: ${DEFAULT-VALUE}).")
  int limitMinutes = 15;

  @Mixin HelpOption help = new HelpOption();

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var contacts = DemoContact.allIn(surroundings.home().resolve("demo/contacts"));
    var folder = Connection.dataFolder(surroundings, data).toAbsolutePath().normalize();
    installEntities(folder);
    var url = URI.create("http://localhost:" + port);
    if (isTaken()) {
      try (var client = running(url, folder)) {
        surroundings.terminal().print("Using the server that runs at %s.".formatted(url));
        return play(client, contacts, surroundings.pause()) ? ExitCode.DONE : ExitCode.FAILED;
      }
    }
    return playInOwnServer(url, folder, contacts);
  }

  private int playInOwnServer(URI url, Path folder, List<DemoContact> contacts)
      throws IOException, InterruptedException {
    var server = start(folder);
    var ending = new Ending(server);
    try {
      awaitHealth(url, server, folder);
      try (var client = new AftercallClient(url, awaitToken(folder))) {
        var complete = play(client, contacts, pauseWhile(server, ending, folder));
        if (exit) {
          return complete ? ExitCode.DONE : ExitCode.FAILED;
        }
        surroundings.terminal().print("Ctrl-C stops the server. Its log: " + logIn(folder));
        server.awaitEnd();
        ending.standStill();
        throw new CommandException(lastWords("The server has ended.", server, folder));
      }
    } finally {
      ending.now();
    }
  }

  /** A pause that ends the play if the server is gone. */
  private Pause pauseWhile(ServerProcess server, Ending ending, Path folder) {
    return duration -> {
      surroundings.pause().pause(duration);
      if (!server.isAlive()) {
        ending.standStill();
        throw new CommandException(lastWords("The server has ended.", server, folder));
      }
    };
  }

  private boolean play(AftercallClient client, List<DemoContact> contacts, Pause pause)
      throws IOException {
    var terminal = surroundings.terminal();
    terminal.print("Playing %d sample contacts.".formatted(contacts.size()));
    var play = new Play(client, terminal, surroundings.clock(), pause);
    var complete = play.run(contacts, Duration.ofMinutes(limitMinutes));
    if (!exit) {
      terminal.print("Open " + terminal.styled(Style.BOLD, client.url()));
      terminal.print(
          "or %s (signs in once, within ten minutes)".formatted(TokenCommand.signInLink(client)));
    }
    return complete;
  }

  /** The server that listens there, if it is ours. */
  private AftercallClient running(URI url, Path folder) {
    var token =
        Optional.ofNullable(surroundings.variables().get("AFTERCALL_TOKEN"))
            .or(() -> Connection.operatorToken(folder));
    var client = new AftercallClient(url, token.orElse(null));
    try {
      client.status();
      return client;
    } catch (ProblemException | ConnectionLostException | NoServerException e) {
      client.close();
      if (e instanceof ProblemException problem && problem.status() == 401) {
        throw new CommandException(
            "The server on port %d does not work on the data folder %s; stop it, or choose another port with --port."
                .formatted(port, folder));
      }
      throw new CommandException(
          "Port %d is in use by another program; choose another one with --port.".formatted(port));
    }
  }

  private boolean isTaken() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), (int) CONNECT.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private ServerProcess start(Path folder) throws IOException {
    var launcher = surroundings.home().resolve("aftercall").toString();
    return ServerProcess.start(
        List.of("/bin/sh", launcher, "serve", "--port", "" + port, "--data", folder.toString()),
        Map.of("AFTERCALL_BUILD", "never"),
        logIn(folder));
  }

  private void awaitHealth(URI url, ServerProcess server, Path folder) {
    var terminal = surroundings.terminal();
    var live = new LiveLines(terminal);
    var begun = surroundings.clock().instant();
    if (!terminal.interactive()) {
      terminal.print("Starting the server on %s".formatted(url));
    }
    try (var client = new AftercallClient(url, null)) {
      for (var tick = 0L; !client.isHealthy(); tick++) {
        live.draw(List.of("%s Starting the server".formatted(Bar.wheel(terminal, tick))));
        if (!server.isAlive()) {
          live.clear();
          throw died(server, folder);
        }
        if (Duration.between(begun, surroundings.clock().instant()).compareTo(START_LIMIT) > 0) {
          throw new CommandException(lastWords("The server does not get ready.", server, folder));
        }
        surroundings.pause().pause(POLL);
      }
    }
    live.clear();
  }

  private String awaitToken(Path folder) {
    for (var i = 0; i < 40; i++) {
      var token = Connection.operatorToken(folder);
      if (token.isPresent()) {
        return token.get();
      }
      surroundings.pause().pause(POLL);
    }
    throw new CommandException(
        "The server left no operator token in %s.".formatted(folder.resolve("operator.token")));
  }

  private CommandException died(ServerProcess server, Path folder) {
    return new CommandException(lastWords("The server did not start.", server, folder));
  }

  private static String lastWords(String sentence, ServerProcess server, Path folder) {
    return "%s It said last:%n  %s%nIts whole log is %s."
        .formatted(sentence, String.join("\n  ", server.lastWords()), logIn(folder));
  }

  /** Must be there before the server starts, which may read its entity lists only then. */
  private void installEntities(Path folder) throws IOException {
    var list = surroundings.home().resolve("demo/entities/demo.csv");
    var place = folder.resolve("entities").resolve("demo.csv");
    if (!Files.exists(list) || Files.exists(place)) {
      return;
    }
    try {
      Files.createDirectories(folder.resolve("entities"));
      Files.copy(list, place);
    } catch (IOException e) {
      throw new CommandException(
          "The data folder %s cannot be written to; choose another one with --data."
              .formatted(folder));
    }
  }

  private static Path logIn(Path folder) {
    return folder.resolve("logs").resolve("server.log");
  }

  /** Sees to it that the server ends with us, however we end. */
  private final class Ending {

    private final ServerProcess server;
    private final Thread hook;

    Ending(ServerProcess server) {
      this.server = server;
      this.hook = new Thread(this::onSignal, "stop-server");
      Runtime.getRuntime().addShutdownHook(hook);
    }

    private void onSignal() {
      if (server.isAlive()) {
        surroundings.terminal().noteTheEnd("");
        surroundings.terminal().note("Stopping the server…");
        report(server.stop(STOP_LIMIT));
      }
    }

    /** Stops the server in the ordinary way. */
    void now() {
      if (server.isAlive() && !isEnding()) {
        report(server.stop(STOP_LIMIT));
      }
    }

    /** A signal reaches the server and us at once; then the hook has the last word, not we. */
    void standStill() {
      Pause.SLEEP.pause(Duration.ofMillis(500));
      if (isEnding()) {
        Pause.SLEEP.pause(Duration.ofDays(1));
      }
    }

    private boolean isEnding() {
      return hook.isAlive();
    }

    private void report(boolean byItself) {
      if (!byItself) {
        surroundings.terminal().note("The server did not end within 30 s and was killed.");
      }
    }
  }
}
