package com.aftercall.cli.terminal;

/** How a piece of text stands out. */
public enum Style {
  /** Headings and names. */
  BOLD("1"),
  /** What matters less. */
  FAINT("2"),
  /** Done, fine. */
  GOOD("32"),
  /** Under way, or worth a look. */
  NOTICE("33"),
  /** Failed. */
  BAD("31");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String wrap(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
