package com.aftercall.cli;

import com.aftercall.cli.ingest.Progress;
import com.aftercall.cli.ingest.Tally;
import com.aftercall.cli.terminal.Bar;
import com.aftercall.cli.terminal.LiveLines;
import com.aftercall.cli.terminal.Style;
import com.aftercall.cli.terminal.Terminal;
import com.aftercall.cli.terminal.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A bar where a person looks, else a line every few seconds; rejected records as they come. */
final class IngestProgress implements Progress {

  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final Duration LINE = Duration.ofSeconds(5);
  private static final int BAR_WIDTH = 30;

  private final Terminal terminal;
  private final InstantSource clock;
  private final long totalBytes;
  private final boolean tellsAll;
  private final LiveLines live;
  private final Instant begun;
  private Instant told;

  /**
   * Nothing is shown yet.
   *
   * @param tellsAll whether each thing sent gets a line
   */
  IngestProgress(Terminal terminal, InstantSource clock, long totalBytes, boolean tellsAll) {
    this.terminal = terminal;
    this.clock = clock;
    this.totalBytes = totalBytes;
    this.tellsAll = tellsAll;
    this.live = new LiveLines(terminal);
    this.begun = clock.instant();
    this.told = begun;
  }

  @Override
  public void advanced(Tally tally) {
    var now = clock.instant();
    var every = terminal.interactive() ? REDRAW : LINE;
    if (Duration.between(told, now).compareTo(every) >= 0) {
      told = now;
      var line = line(tally, Duration.between(begun, now));
      if (terminal.interactive()) {
        live.draw(List.of(line));
      } else {
        terminal.note(line);
      }
    }
  }

  @Override
  public void rejected(String place, String reason) {
    live.clear();
    terminal.note("%s %s: %s".formatted(terminal.styled(Style.BAD, "rejected"), place, reason));
  }

  @Override
  public void sent(String what) {
    if (tellsAll) {
      terminal.print(what);
    }
  }

  /** Shows why it waits. */
  void interrupted(String sentence) {
    live.clear();
    terminal.note(sentence);
  }

  /** Takes the bar away. */
  void end() {
    live.clear();
  }

  private String line(Tally tally, Duration took) {
    var fraction = totalBytes <= 0 ? 0 : Math.clamp((double) tally.bytesRead() / totalBytes, 0, 1);
    var perSecond = tally.accepted() * 1000 / Math.max(1, took.toMillis());
    var bar = terminal.interactive() ? Bar.of(terminal, fraction, BAR_WIDTH) + " " : "";
    return "%s%3d %%  %s accepted, %s rejected, %s a second"
        .formatted(
            bar,
            (int) (fraction * 100),
            Text.count(tally.accepted()),
            Text.count(tally.rejected()),
            Text.count(perSecond));
  }
}
