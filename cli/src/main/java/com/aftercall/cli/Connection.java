package com.aftercall.cli;

import com.aftercall.cli.client.AftercallClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which server, and by which token. */
final class Connection {

  private static final String USUAL_URL = "http://localhost:8484";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The server (default: AFTERCALL_URL, else " + USUAL_URL + ").")
  @Nullable String url;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "Access token (default: AFTERCALL_TOKEN, else the operator's, which the server leaves in"
              + " its data folder).")
  @Nullable String token;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The server's data folder (default: AFTERCALL_DATA, else data/ of the project).")
  @Nullable Path data;

  /** A client of that server. Nothing is sent yet. */
  AftercallClient open(Surroundings surroundings) {
    var address = address(surroundings);
    return new AftercallClient(address, findToken(surroundings, address).orElse(null));
  }

  private URI address(Surroundings surroundings) {
    var text =
        url != null ? url : surroundings.variables().getOrDefault("AFTERCALL_URL", USUAL_URL);
    try {
      var address = URI.create(text);
      if (Set.of("http", "https").contains(String.valueOf(address.getScheme()))
          && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new CommandException("'%s' is not a URL: %s".formatted(text, e.getMessage()));
    }
    throw new CommandException("'%s' is not a URL such as %s".formatted(text, USUAL_URL));
  }

  Optional<String> findToken(Surroundings surroundings, URI address) {
    var given = token != null ? token : surroundings.variables().get("AFTERCALL_TOKEN");
    if (given != null && !given.isBlank()) {
      return Optional.of(given.strip());
    }
    // The operator's token is for the server of this machine; no other shall see it.
    return isLocal(address) ? operatorToken(dataFolder(surroundings, data)) : Optional.empty();
  }

  /** The data folder as the launcher understands it too. */
  static Path dataFolder(Surroundings surroundings, @Nullable Path option) {
    var variable = surroundings.variables().get("AFTERCALL_DATA");
    if (option != null) {
      return option;
    }
    return variable == null || variable.isBlank()
        ? surroundings.home().resolve("data")
        : Path.of(variable);
  }

  /**
   * The token that the server leaves for whoever may read its data folder; empty if none is there.
   */
  static Optional<String> operatorToken(Path data) {
    var file = data.resolve("operator.token");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var text = Files.readString(file).strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    } catch (IOException e) {
      throw new CommandException(
          "%s cannot be read; run this as the user who runs the server, or set AFTERCALL_TOKEN."
              .formatted(file));
    }
  }

  private static boolean isLocal(URI address) {
    return Set.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
  }
}
