package com.aftercall.cli.demo;

import com.aftercall.cli.client.ContactState;
import com.aftercall.cli.client.RecordPage;
import com.aftercall.cli.client.Step;
import com.aftercall.cli.terminal.Bar;
import com.aftercall.cli.terminal.Style;
import com.aftercall.cli.terminal.Table;
import com.aftercall.cli.terminal.Terminal;
import com.aftercall.cli.terminal.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the demo shows contacts under way, and what came of them. */
public final class DemoView {

  private static final int TITLE_WIDTH = 18;

  private final Terminal terminal;

  /** A view for that terminal. */
  public DemoView(Terminal terminal) {
    this.terminal = terminal;
  }

  /** One line: a sign per step, then what it is at. */
  public String line(String title, Optional<RecordPage> page, Instant now, long tick) {
    var begin = "  " + Text.pad(Text.cut(title, TITLE_WIDTH), TITLE_WIDTH) + "  ";
    if (page.isEmpty()) {
      return begin + terminal.styled(Style.FAINT, "on its way");
    }
    var signs = new StringBuilder();
    for (var step : page.get().steps()) {
      signs.append(sign(step, tick));
    }
    return begin + signs + "  " + now(page.get(), now);
  }

  /** What changed from one look to the next, a line for each change. */
  public List<String> changes(String title, Optional<RecordPage> before, RecordPage page) {
    List<String> lines = new ArrayList<>();
    for (var step : page.steps()) {
      if (step.state() != stateIn(before, step.name()) && step.state() != ContactState.WAITING) {
        lines.add("%s: %s %s%s".formatted(title, step.words(), step.state().words(), added(step)));
      }
    }
    if (page.state().isFinal() && before.map(RecordPage::state).orElse(null) != page.state()) {
      var reason = page.state() == ContactState.COMPLETE ? "" : reasonAfterColon(page);
      lines.add("%s: %s%s".formatted(title, page.state().words(), reason));
    }
    return lines;
  }

  /** The table at the end. */
  public List<String> table(List<DemoContact> contacts, List<RecordPage> pages) {
    var table =
        new Table("contact", "", ">duration", "language", "sentiment", ">turns", ">time taken");
    for (var i = 0; i < pages.size(); i++) {
      var page = pages.get(i);
      var title =
          page.state() == ContactState.COMPLETE
              ? contacts.get(i).title()
              : contacts.get(i).title() + " (" + page.state().words() + ")";
      var recording = page.recording();
      var transcript = page.transcript();
      var millis = recording == null ? null : recording.durationMillis();
      table.row(
          page.name(),
          title,
          millis == null ? "" : Text.clock(Duration.ofMillis(millis)),
          text(transcript == null ? null : transcript.language()),
          sentiment(page.sentiment()),
          text(transcript == null ? null : transcript.turns()),
          taken(page).map(Text::took).orElse(""));
    }
    return table.lines(terminal);
  }

  /** Why a contact is not complete: its own reason and those of its steps. */
  public List<String> reasons(String title, RecordPage page) {
    List<String> lines = new ArrayList<>();
    lines.add("%s is %s%s".formatted(title, page.state().words(), reasonAfterColon(page)));
    for (var step : page.steps()) {
      if (step.state() == ContactState.FAILED) {
        lines.add("  %s: %s".formatted(step.words(), text(step.message())));
      }
    }
    return lines;
  }

  /** From the first step's start to the last one's end; empty if none has ended. */
  static Optional<Duration> taken(RecordPage page) {
    var begin = page.steps().stream().map(Step::startedAt).filter(Objects::nonNull);
    var end = page.steps().stream().map(Step::endedAt).filter(Objects::nonNull);
    var first = begin.min(Comparator.naturalOrder());
    var last = end.max(Comparator.naturalOrder());
    return first.isEmpty() || last.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.between(first.get(), last.get()));
  }

  private String now(RecordPage page, Instant now) {
    return switch (page.state()) {
      case COMPLETE ->
          terminal.styled(Style.GOOD, "complete")
              + taken(page).map(taken -> ", " + Text.took(taken)).orElse("");
      case FAILED -> terminal.styled(Style.BAD, "failed") + reasonAfterColon(page);
      case NOT_REQUESTED, SKIPPED, UNKNOWN -> page.state().words() + reasonAfterColon(page);
      case WAITING, RUNNING -> running(page, now);
    };
  }

  private String running(RecordPage page, Instant now) {
    List<String> parts = new ArrayList<>();
    for (var step : page.steps()) {
      if (step.state() == ContactState.RUNNING) {
        var progress = step.progress();
        var since = step.startedAt();
        parts.add(
            step.words()
                + (progress == null ? "" : " %d %%".formatted((int) (progress * 100)))
                + (since == null ? "" : " " + clock(Duration.between(since, now))));
      }
    }
    return parts.isEmpty() ? terminal.styled(Style.FAINT, "waiting") : String.join(", ", parts);
  }

  private static String clock(Duration duration) {
    return Text.clock(duration.isNegative() ? Duration.ZERO : duration);
  }

  private String sign(Step step, long tick) {
    return switch (step.state()) {
      case COMPLETE -> terminal.styled(Style.GOOD, terminal.sign("✓", "+"));
      case FAILED -> terminal.styled(Style.BAD, terminal.sign("✗", "x"));
      case RUNNING -> terminal.styled(Style.NOTICE, Bar.wheel(terminal, tick));
      case WAITING, UNKNOWN -> terminal.styled(Style.FAINT, terminal.sign("·", "."));
      case SKIPPED, NOT_REQUESTED -> terminal.styled(Style.FAINT, "-");
    };
  }

  private static String added(Step step) {
    if (step.state() == ContactState.COMPLETE
        && step.startedAt() != null
        && step.endedAt() != null) {
      return " (" + Text.took(Duration.between(step.startedAt(), step.endedAt())) + ")";
    }
    var says = step.state() == ContactState.FAILED || step.state() == ContactState.SKIPPED;
    return says && step.message() != null ? ": " + step.message() : "";
  }

  private static @Nullable ContactState stateIn(Optional<RecordPage> page, String name) {
    return page.stream()
        .flatMap(known -> known.steps().stream())
        .filter(step -> step.name().equals(name))
        .map(Step::state)
        .findFirst()
        .orElse(null);
  }

  private String sentiment(@Nullable String label) {
    if (label == null) {
      return "";
    }
    var word = label.toLowerCase(Locale.ROOT);
    return switch (word) {
      case "positive" -> terminal.styled(Style.GOOD, word);
      case "negative" -> terminal.styled(Style.BAD, word);
      case "mixed" -> terminal.styled(Style.NOTICE, word);
      default -> word;
    };
  }

  private static String reasonAfterColon(RecordPage page) {
    return page.reason() == null || page.reason().isBlank() ? "" : ": " + page.reason();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
