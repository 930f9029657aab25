package io.trunkline.model.data;

import io.trunkline.model.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens files that users name. */
final class DataFile {
  private DataFile() {}

  /**
   * Opens a file to read it.
   *
   * @param expected what it should be, for errors
   * @throws InvalidInputException if there is none or it cannot be read
   */
  static InputStream open(Path file, String expected) throws IOException {
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(file + " is a directory, expected " + expected);
    }
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException("there is no data file " + file, e);
    } catch (AccessDeniedException e) {
      throw new InvalidInputException(
          "cannot open data file %s: permission denied".formatted(file), e);
    } catch (FileSystemException e) {
      throw new InvalidInputException(
          "cannot open data file %s: %s".formatted(file, e.getReason()), e);
    }
  }
}
