package com.aftercall.cli;

import com.aftercall.cli.client.AftercallClient;
import com.aftercall.cli.client.Backfill;
import com.aftercall.cli.terminal.LiveLines;
import com.aftercall.cli.terminal.Text;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backfill}. */
@Command(
    name = "backfill",
    description = {
      "Has the server read the files of contact records that lie in a bucket, as Amazon Data"
          + " Firehose writes them, or what a stream of Kinesis or Kafka still has, beside its"
          + " running readers. Doing it again changes nothing.",
      ""
    },
    footer = {
      "",
      "The server goes on by itself when this command is ended with Ctrl-C.",
      "Exit status: 0 all accepted, 2 some records were rejected, 1 broken off, 3 no server."
    },
    sortOptions = false)
final class BackfillCommand implements Callable<Integer> {

  private static final Duration POLL = Duration.ofSeconds(1);

  private final Surroundings surroundings;

  /** One of the two. */
  static final class Origin {
    @Option(
        names = "--bucket",
        paramLabel = "B",
        description = "The bucket, or the folder of that name in the server's object store.")
    @Nullable String bucket;

    @Option(
        names = "--stream",
        paramLabel = "S",
        description = "The stream, by its name in the status command: kinesis:NAME, kafka:TOPIC.")
    @Nullable String stream;
  }

  @ArgGroup(multiplicity = "1")
  Origin origin = new Origin();

  @Option(
      names = "--prefix",
      paramLabel = "P",
      description = "With which the keys of the bucket begin.")
  @Nullable String prefix;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Only files written, or records that came, at that time or later, such as"
              + " 2026-11-20T00:00:00Z.")
  @Nullable String from;

  @Option(names = "--until", paramLabel = "TIME", description = "Only those from before.")
  @Nullable String until;

  @Option(names = "--no-wait", description = "Begin it and do not wait for its end.")
  boolean noWait;

  @Mixin Connection connection = new Connection();
  @Mixin HelpOption help = new HelpOption();

  BackfillCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (var client = connection.open(surroundings)) {
      var begun = client.startBackfill(origin.bucket, prefix, origin.stream, from, until);
      if (noWait) {
        surroundings.terminal().print(begun.id());
        return ExitCode.DONE;
      }
      return follow(client, begun);
    }
  }

  private int follow(AftercallClient client, Backfill begun) {
    var live = new LiveLines(surroundings.terminal());
    var now = begun;
    while (now.state().equals("running")) {
      if (surroundings.terminal().interactive()) {
        live.draw(List.of(sentence(now)));
      }
      surroundings.pause().pause(POLL);
      now = client.backfill(begun.id());
    }
    if (surroundings.terminal().interactive()) {
      live.draw(List.of(sentence(now)));
    } else {
      surroundings.terminal().print(sentence(now));
    }
    if (!now.state().equals("complete")) {
      return ExitCode.FAILED;
    }
    return now.rejected() > 0 ? ExitCode.REJECTED : ExitCode.DONE;
  }

  private static String sentence(Backfill backfill) {
    var text =
        "%s: %s, %s accepted%s, %s rejected"
            .formatted(
                backfill.state(),
                read(backfill),
                Text.count(backfill.accepted()),
                backfill.redelivered() == 0
                    ? ""
                    : " (%s known before)".formatted(Text.count(backfill.redelivered())),
                Text.count(backfill.rejected()));
    return backfill.message() == null ? text : text + ". " + backfill.message();
  }

  private static String read(Backfill backfill) {
    if (backfill.stream() == null) {
      return Text.count(backfill.files(), "file");
    }
    var whole =
        "%s of %s read"
            .formatted(
                Text.count(backfill.partitionsRead()),
                Text.count(backfill.partitions(), "partition"));
    return backfill.reachedAt() == null
        ? whole
        : "%s, the others up to %s"
            .formatted(whole, backfill.reachedAt().truncatedTo(ChronoUnit.SECONDS));
  }
}
