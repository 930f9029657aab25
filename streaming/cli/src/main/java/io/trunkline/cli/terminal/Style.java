package io.trunkline.cli.terminal;

/** Colours and weights of a terminal. */
public enum Style {
  BOLD("1"),
  FAINT("2"),
  RED("31"),
  GREEN("32"),
  CYAN("36");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String of(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
