package io.trunkline.cli.terminal;

import java.io.PrintWriter;
import java.util.regex.Pattern;

/**
 * Where lines scroll by above one that stays: the status. Elsewhere than in a terminal that can,
 * the status is left out and nothing is coloured. Confined to one thread.
 */
public final class Terminal {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");
  private static final String CLEAR_LINE = "\r\u001b[K";
  // A status wider than the terminal is cut there: once wrapped, it could not be cleared.
  private static final String NO_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final PrintWriter out;
  private final boolean colours;
  private final boolean status;
  private String current = "";

  /**
   * @param out where lines go
   * @param colours whether it shows colours
   * @param status whether it is a terminal, so that a line can be overwritten
   */
  public Terminal(PrintWriter out, boolean colours, boolean status) {
    this.out = out;
    this.colours = colours;
    this.status = status;
  }

  /** Whether a person watches. */
  @SuppressWarnings("SystemConsoleNull") // On Java 22 and later it is never null, and all is shown.
  public static boolean isWatched() {
    return System.console() != null;
  }

  /** Adds a line above the status. */
  public void line(String text) {
    String before = current.isEmpty() ? "" : CLEAR_LINE;
    out.print(before + text + System.lineSeparator() + current);
    out.flush();
  }

  /** Replaces the status. */
  public void status(String text) {
    if (status) {
      current = text.isEmpty() ? "" : NO_WRAP + text + WRAP;
      out.print(CLEAR_LINE + current);
      out.flush();
    }
  }

  /** The text in a style, where styles are shown. */
  public String styled(Style style, String text) {
    return colours ? style.of(text) : text;
  }

  /** Text of unknown origin on one line, without what a terminal would obey. */
  public static String harmless(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }
}
