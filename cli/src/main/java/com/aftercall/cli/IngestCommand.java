package com.aftercall.cli;

import com.aftercall.cli.client.AftercallClient;
import com.aftercall.cli.client.Retry;
import com.aftercall.cli.ingest.Ingest;
import com.aftercall.cli.ingest.Inputs;
import com.aftercall.cli.ingest.Invention;
import com.aftercall.cli.ingest.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest}. */
@Command(
    name = "ingest",
    description = {
      "Hands in contact records (.json, .ndjson, .jsonl, also packed as .gz) and recordings (.wav,"
          + " .mp3 and so on). Doing it again changes nothing.",
      "",
      "A recording goes with the record that names it: one whose Recording.Location or Recordings[]"
          + " ends in the file's name. NAME.json takes NAME.wav beside it, record.json takes"
          + " recording.wav. A finished transcript beside a recording (NAME.transcribe.json,"
          + " NAME.vtt, NAME.srt) goes with it. For a recording without a record one is invented.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 all accepted, 2 some records were rejected, 1 broken off, 3 no server."
    },
    sortOptions = false)
final class IngestCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "Files, or folders with everything below them.")
  List<Path> files = new ArrayList<>();

  @Option(
      names = "--dry-run",
      description = "Read everything, say what would be sent, send nothing.")
  boolean dryRun;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      defaultValue = "en-US",
      description = "Language of recordings without a record (default: ${DEFAULT-VALUE}).")
  String language = "en-US";

  @Option(
      names = "--analysis",
      paramLabel = "CODES",
      defaultValue = "snt,kw,dl,ne,syn",
      description =
          "Their analyses: snt sentiment, kw key phrases, dl dominant language, ne custom entities,"
              + " syn syntax (default: all).")
  String analysis = "snt,kw,dl,ne,syn";

  @Option(names = "--agent", paramLabel = "NAME", description = "Their agent.")
  @Nullable String agent;

  @Option(names = "--queue", paramLabel = "NAME", description = "Their queue.")
  @Nullable String queue;

  @Option(names = "--customer", paramLabel = "NUMBER", description = "Their customer's number.")
  @Nullable String customer;

  @Option(names = "--no-transcribe", description = "No transcript for them, and so no analysis.")
  boolean noTranscribe;

  @Option(
      names = "--retry-for",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description =
          "How long a request is tried again while the server is away or busy (default:"
              + " ${DEFAULT-VALUE}).")
  int retrySeconds = 120;

  @Mixin Connection connection = new Connection();
  @Mixin HelpOption help = new HelpOption();

  IngestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    var inputs = Inputs.of(files);
    if (inputs.records().isEmpty() && inputs.audio().isEmpty()) {
      throw new CommandException(
          "There are no contact records and no recordings in what you named.");
    }
    if (dryRun) {
      return run(inputs, null);
    }
    try (var client = connection.open(surroundings)) {
      client.status(); // Says at once if nobody is there or the token is no good.
      return run(inputs, client);
    }
  }

  private int run(Inputs inputs, @Nullable AftercallClient client) throws IOException {
    var terminal = surroundings.terminal();
    var begun = surroundings.clock().instant();
    var progress = new IngestProgress(terminal, surroundings.clock(), inputs.bytes(), dryRun);
    var retry =
        new Retry(Duration.ofSeconds(retrySeconds), surroundings.pause(), progress::interrupted);
    var invention = new Invention(language, analysis, !noTranscribe, agent, queue, customer);
    Tally tally;
    try {
      tally = new Ingest(client, retry, invention, surroundings.clock(), progress).run(inputs);
    } finally {
      progress.end();
    }
    var took = Duration.between(begun, surroundings.clock().instant());
    terminal.print((dryRun ? "Dry run, nothing was sent: " : "") + tally.sentence(took));
    return tally.rejected() > 0 ? ExitCode.REJECTED : ExitCode.DONE;
  }
}
