package io.trunkline.cli.terminal;

import java.nio.file.Path;

/**
 * The switches of {@code log4j2.properties}. They count until the first logger is made, so whoever
 * turns one does it before anything else.
 */
public final class Logging {
  private static final String LEVEL = "trunkline.log.level";
  private static final String TO = "trunkline.log.to";
  private static final String FILE = "trunkline.log.file";

  private Logging() {}

  /** Logs what happens, not only what is odd. */
  public static void verbose() {
    System.setProperty(LEVEL, "INFO");
  }

  /** Logs to a file, which is written anew, and no longer to standard error. */
  public static void toFile(Path file) {
    System.setProperty(TO, "file");
    System.setProperty(FILE, file.toString());
  }
}
