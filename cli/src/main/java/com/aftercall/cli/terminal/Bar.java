package com.aftercall.cli.terminal;

/** A bar that fills from left to right. */
public final class Bar {

  private static final String[] SPINNER = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
  private static final String[] ASCII_SPINNER = {"|", "/", "-", "\\"};

  private Bar() {}

  /**
   * The bar as text.
   *
   * @param fraction done; less than 0 counts as 0, more than 1 as 1
   * @param width in columns, without the brackets
   */
  public static String of(Terminal terminal, double fraction, int width) {
    var full = (int) Math.round(Math.clamp(fraction, 0, 1) * width);
    return "["
        + terminal.sign("█", "#").repeat(full)
        + terminal.sign("·", ".").repeat(width - full)
        + "]";
  }

  /** One picture of a turning wheel; the next number gives the next picture. */
  public static String wheel(Terminal terminal, long number) {
    return terminal.sign(
        SPINNER[Math.floorMod(number, SPINNER.length)],
        ASCII_SPINNER[Math.floorMod(number, ASCII_SPINNER.length)]);
  }
}
