package io.trunkline.cli.model;

import io.trunkline.model.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command is told to write. */
final class OutputFile {
  private OutputFile() {}

  /** Refuses a file that could not be written, before anything is spent on what goes into it. */
  static void requireWritable(String option, Path file) {
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
}
