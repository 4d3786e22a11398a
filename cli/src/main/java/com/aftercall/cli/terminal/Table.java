package com.aftercall.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings, in columns as wide as their widest cell. */
public final class Table {

  private static final String GAP = "  ";

  private final List<String> headings;
  private final List<Boolean> toTheRight = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /** A heading that begins with {@code >} sets its column to the right, as numbers want. */
  public Table(String... headings) {
    this.headings = new ArrayList<>();
    for (var heading : headings) {
      toTheRight.add(heading.startsWith(">"));
      this.headings.add(heading.startsWith(">") ? heading.substring(1) : heading);
    }
  }

  /** Adds a row; one cell per heading, styled or not. */
  public Table row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "%d cells for %d headings".formatted(cells.length, headings.size()));
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Whether no row was added. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines, headings first. */
  public List<String> lines(Terminal terminal) {
    var lines = new ArrayList<String>();
    lines.add(terminal.styled(Style.FAINT, line(headings)));
    for (var row : rows) {
      lines.add(line(row));
    }
    return lines;
  }

  private String line(List<String> cells) {
    var line = new StringBuilder();
    for (var column = 0; column < cells.size(); column++) {
      var width = widthOf(column);
      var cell = cells.get(column);
      line.append(column == 0 ? "" : GAP)
          .append(toTheRight.get(column) ? Text.padLeft(cell, width) : Text.pad(cell, width));
    }
    return line.toString().stripTrailing();
  }

  private int widthOf(int column) {
    var width = Text.width(headings.get(column));
    for (var row : rows) {
      width = Math.max(width, Text.width(row.get(column)));
    }
    return width;
  }
}
