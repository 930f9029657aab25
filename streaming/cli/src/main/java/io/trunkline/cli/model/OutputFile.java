package io.trunkline.cli.model;

import io.trunkline.model.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command is told to write. */
public final class OutputFile {
  private OutputFile() {}

  /**
   * Refuses a file that could not be written, before anything is spent on what goes into it.
   *
   * @throws InvalidInputException if it cannot be written
   */
  public static void requireWritable(String option, Path file) {
    Path directory = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(
          "%s %s is a directory, expected a file to write".formatted(option, file));
    }
    if (directory == null || !Files.isDirectory(directory) || !Files.isWritable(directory)) {
      throw new InvalidInputException(
          "%s %s: there is no directory %s that can be written to"
              .formatted(option, file, directory));
    }
  }

  /**
   * As {@link #requireWritable}, of a file that is not replaced as a whole: if it is there already,
   * it may be written to wherever it lies.
   *
   * @throws InvalidInputException if it cannot be written
   */
  public static void requireWritableInPlace(String option, Path file) {
    if (!Files.exists(file) || Files.isDirectory(file)) {
      requireWritable(option, file);
    } else if (!Files.isWritable(file)) {
      throw new InvalidInputException(
          "%s %s cannot be written to, expected a file that can".formatted(option, file));
    }
  }
}
