package com.aftercall.cli.terminal;

import java.util.List;

/**
 * A block of lines that is drawn again in place. Only for an interactive terminal; elsewhere {@link
 * #draw} does nothing.
 *
 * <p>Not for several threads at once.
 */
public final class LiveLines {

  private final Terminal terminal;
  private int drawn;

  /** Nothing is drawn yet. */
  public LiveLines(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Shows these lines where the last ones were. Each is cut to the terminal's width. */
  public void draw(List<String> lines) {
    if (!terminal.interactive()) {
      return;
    }
    var text = new StringBuilder(upToTheFirst());
    for (var line : lines) {
      text.append("\u001b[2K").append(Text.cut(line, terminal.columns() - 1)).append('\n');
    }
    terminal.write(text + "\u001b[J");
    drawn = lines.size();
  }

  /** Takes the block away; what is printed next begins in its place. */
  public void clear() {
    if (terminal.interactive() && drawn > 0) {
      terminal.write(upToTheFirst() + "\u001b[J");
      drawn = 0;
    }
  }

  private String upToTheFirst() {
    return drawn == 0 ? "" : "\u001b[" + drawn + "A\r";
  }
}
