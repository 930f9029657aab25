package io.trunkline.cli.terminal;

/** What is known of where standard error goes. */
public final class StandardError {
  private static final String PROPERTY = "trunkline.stderr.terminal";

  private StandardError() {}

  /** Whether a person sees it: as the launcher says, or else as Java can tell. */
  public static boolean isTerminal() {
    String said = System.getProperty(PROPERTY);
    return said == null ? System.console() != null : Boolean.parseBoolean(said);
  }
}
