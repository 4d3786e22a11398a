package com.aftercall.cli.terminal;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command writes: results to standard output, errors and what passes to standard error.
 *
 * <p>Colours and redrawing happen only where a person looks; a pipe gets plain lines. Signs beyond
 * ASCII are used only where the character set has them.
 */
public final class Terminal {

  private static final int USUAL_COLUMNS = 80;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean interactive;
  private final boolean colours;
  private final boolean unicode;
  private final int columns;
  private volatile boolean ended;

  /**
   * A terminal that is told what it can do.
   *
   * @param columns width in characters, positive
   */
  public Terminal(
      PrintStream out, PrintStream err, boolean interactive, boolean colours, int columns) {
    this.out = out;
    this.err = err;
    this.interactive = interactive;
    this.colours = colours;
    this.unicode = out.charset().newEncoder().canEncode("✓⠋…·█");
    this.columns = columns;
  }

  /**
   * The process's own. The launcher looks whether standard output is a terminal, and how wide, and
   * says so in {@code aftercall.terminal} and {@code aftercall.columns}, because Java cannot.
   */
  public static Terminal ofProcess(Map<String, String> variables) {
    var interactive =
        Boolean.getBoolean("aftercall.terminal") && !"dumb".equals(variables.get("TERM"));
    var colours = interactive && variables.getOrDefault("NO_COLOR", "").isEmpty();
    var columns = Integer.getInteger("aftercall.columns", USUAL_COLUMNS);
    return new Terminal(
        System.out, System.err, interactive, colours, columns > 0 ? columns : USUAL_COLUMNS);
  }

  /** Whether a person looks at standard output. */
  public boolean interactive() {
    return interactive;
  }

  /** Whether {@link #styled} does anything. */
  public boolean colours() {
    return colours;
  }

  /** Width in characters. */
  public int columns() {
    return columns;
  }

  /** The first sign where it can be shown, else the second. */
  public String sign(String unicodeSign, String asciiSign) {
    return unicode ? unicodeSign : asciiSign;
  }

  /** The text, coloured where colours are wanted. */
  public String styled(Style style, String text) {
    return colours && !text.isEmpty() ? style.wrap(text) : text;
  }

  /** Writes one line of the result. */
  public void print(String line) {
    write(line + System.lineSeparator());
  }

  /** Writes lines of the result. */
  public void print(Iterable<String> lines) {
    lines.forEach(this::print);
  }

  /** Writes one line beside the result: a warning, or that something has begun. */
  public void note(String line) {
    err.println(plain(line));
    err.flush();
  }

  /** Notes a line and shows no more results: the command is ending while its work still runs. */
  public void noteTheEnd(String line) {
    ended = true;
    note(line);
  }

  /** Writes exactly this; for what redraws. */
  void write(String text) {
    if (!ended) {
      out.print(plain(text));
      out.flush();
    }
  }

  private String plain(String text) {
    return unicode ? text : text.replace("…", "...").replace("–", "-");
  }
}
