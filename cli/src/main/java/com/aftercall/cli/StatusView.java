package com.aftercall.cli;

import com.aftercall.cli.client.ContactState;
import com.aftercall.cli.client.RecordPage;
import com.aftercall.cli.client.RecordStream;
import com.aftercall.cli.client.Status;
import com.aftercall.cli.client.Step;
import com.aftercall.cli.terminal.Style;
import com.aftercall.cli.terminal.Table;
import com.aftercall.cli.terminal.Terminal;
import com.aftercall.cli.terminal.Text;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code status} shows, as lines. */
final class StatusView {

  private final Terminal terminal;
  private final InstantSource clock;

  StatusView(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  /** The server: version, contacts by state, engines, streams, disk. */
  List<String> server(Status status, List<RecordStream> streams, String url) {
    var lines = new ArrayList<String>();
    lines.add(terminal.styled(Style.BOLD, "Aftercall %s at %s".formatted(status.version(), url)));
    lines.add("Contacts  " + contacts(status));
    if (status.waitingForEngine() != null && status.waitingForEngine() > 0) {
      lines.add(
          "          %s waiting for an engine".formatted(Text.count(status.waitingForEngine())));
    }
    var label = "Engines   ";
    for (var engine : status.engines()) {
      lines.add(label + engine(engine));
      label = " ".repeat(label.length());
    }
    label = "Streams   ";
    for (var stream : streams) {
      lines.add(label + stream(stream));
      label = " ".repeat(label.length());
    }
    for (var setting : status.switches().entrySet()) {
      if (!setting.getValue()) {
        lines.add("Switched off  " + setting.getKey());
      }
    }
    if (status.diskFreeBytes() != null) {
      lines.add("Disk      %s free".formatted(Text.bytes(status.diskFreeBytes())));
    }
    return lines;
  }

  private static String contacts(Status status) {
    var total = status.contacts().values().stream().mapToLong(Long::longValue).sum();
    if (total == 0) {
      return "none yet";
    }
    return status.contacts().entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> Text.count(entry.getValue()) + " " + words(entry.getKey()))
        .collect(Collectors.joining(", ", Text.count(total) + ": ", ""));
  }

  private String stream(RecordStream stream) {
    var facts = new ArrayList<String>();
    facts.add(
        terminal.styled(
            stream.state().equals("failed") ? Style.BAD : Style.GOOD, words(stream.state())));
    stream.partitions().stream()
        .map(RecordStream.Partition::behindMillis)
        .filter(Objects::nonNull)
        .max(Long::compare)
        .ifPresent(millis -> facts.add(Text.took(Duration.ofMillis(millis)) + " behind"));
    stream.partitions().stream()
        .map(RecordStream.Partition::behindRecords)
        .filter(Objects::nonNull)
        .reduce(Long::sum)
        .ifPresent(count -> facts.add(Text.count(count, "record") + " behind"));
    if (stream.rejected() > 0) {
      facts.add(
          terminal.styled(Style.NOTICE, Text.count(stream.rejected(), "record") + " set aside"));
    }
    var message = stream.message() == null ? "" : ". " + stream.message();
    return stream.name() + ": " + String.join(", ", facts) + message;
  }

  private String engine(Status.Engine engine) {
    var here = Boolean.TRUE.equals(engine.present());
    var facts = new ArrayList<String>();
    facts.add(
        here ? terminal.styled(Style.GOOD, "present") : terminal.styled(Style.FAINT, "absent"));
    if (engine.quality() != null) {
      facts.add(engine.quality().toLowerCase(Locale.ROOT) + " quality");
    }
    if (engine.languages() != null && engine.languages() > 0) {
      facts.add(Text.count(engine.languages(), "language"));
    }
    var advice = engine.advice() == null || engine.advice().isBlank() ? "" : ". " + engine.advice();
    return engine.name() + ": " + String.join(", ", facts) + advice;
  }

  /** A contact: what it is, its steps, what happens next. */
  List<String> contact(RecordPage page) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s  %s  %s"
            .formatted(
                terminal.styled(Style.BOLD, page.name()), page.contactId(), state(page.state())));
    if (page.reason() != null && !page.reason().isBlank()) {
      lines.add(page.reason());
    }
    addFacts(lines, page);
    lines.add("");
    var table = new Table("step", "state", ">took", ">attempts", "");
    for (var step : page.steps()) {
      table.row(
          step.words(),
          state(step),
          took(step),
          attempts(step),
          Objects.requireNonNullElse(step.message(), ""));
    }
    lines.addAll(table.lines(terminal));
    addNext(lines, page);
    return lines;
  }

  private static void addFacts(List<String> lines, RecordPage page) {
    var recording = page.recording();
    if (recording != null) {
      var facts = new ArrayList<String>();
      addFact(facts, recording.durationMillis(), millis -> Text.clock(Duration.ofMillis(millis)));
      addFact(facts, recording.channels(), channels -> Text.count(channels, "channel"));
      addFact(facts, recording.sampleRateHz(), rate -> Text.count(rate) + " Hz");
      addFact(facts, recording.sizeBytes(), Text::bytes);
      lines.add("Recording   " + String.join(", ", facts));
    }
    var transcript = page.transcript();
    if (transcript != null) {
      var facts = new ArrayList<String>();
      addFact(facts, transcript.turns(), turns -> Text.count(turns, "turn"));
      addFact(facts, transcript.words(), words -> Text.count(words, "word"));
      addFact(facts, transcript.language(), language -> language);
      addFact(facts, transcript.engine(), engine -> "by " + engine);
      addFact(facts, transcript.quality(), quality -> quality + " quality");
      lines.add("Transcript  " + String.join(", ", facts));
    }
    var sentiment = page.sentiment();
    if (sentiment != null) {
      lines.add("Sentiment   %s (customer)".formatted(sentiment.toLowerCase(Locale.ROOT)));
    }
  }

  private static <T> void addFact(
      List<String> facts, @Nullable T value, java.util.function.Function<T, String> words) {
    if (value != null) {
      facts.add(words.apply(value));
    }
  }

  private void addNext(List<String> lines, RecordPage page) {
    for (var step : page.steps()) {
      if (step.next() == null || step.next().isBlank()) {
        continue;
      }
      var at = step.nextAt();
      var in = at == null ? Duration.ZERO : Duration.between(clock.instant(), at);
      lines.add(
          "Next for %s: %s%s"
              .formatted(
                  step.words(), step.next(), in.isPositive() ? " (in " + Text.took(in) + ")" : ""));
    }
  }

  private String state(Step step) {
    var progress = step.progress();
    return step.state() == ContactState.RUNNING && progress != null
        ? state(step.state()) + " %d %%".formatted((int) (progress * 100))
        : state(step.state());
  }

  private String state(ContactState state) {
    var style =
        switch (state) {
          case COMPLETE -> Style.GOOD;
          case FAILED -> Style.BAD;
          case RUNNING -> Style.NOTICE;
          case WAITING, SKIPPED, NOT_REQUESTED, UNKNOWN -> Style.FAINT;
        };
    return terminal.styled(style, state.words());
  }

  private String took(Step step) {
    if (step.startedAt() == null) {
      return "";
    }
    var end = step.endedAt() == null ? clock.instant() : step.endedAt();
    return step.endedAt() == null && step.state() != ContactState.RUNNING
        ? ""
        : Text.took(Duration.between(step.startedAt(), end));
  }

  private static String attempts(Step step) {
    return step.attempts() == null || step.attempts() == 0 ? "" : step.attempts().toString();
  }

  private static String words(String state) {
    return state.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
