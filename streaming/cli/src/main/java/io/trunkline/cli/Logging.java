package io.trunkline.cli;

/** The switches of {@code log4j2.properties}; they count only before the first logger is made. */
final class Logging {
  private static final String LEVEL = "trunkline.log.level";

  private Logging() {}

  static void verbose(boolean verbose) {
    if (verbose && System.getProperty(LEVEL) == null) {
      System.setProperty(LEVEL, "INFO");
    }
  }
}
