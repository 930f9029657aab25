package io.trunkline.model.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files that are there whole or not at all. */
public final class AtomicFile {
  /** Writes a file and says something of it. */
  @FunctionalInterface
  public interface Writing<T> {
    T to(Path file) throws IOException;
  }

  private AtomicFile() {}

  /**
   * Has {@code writing} fill a file beside {@code target}, which then takes its place.
   *
   * @return what {@code writing} says
   */
  public static <T> T write(Path target, Writing<T> writing) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path part = absolute.resolveSibling(absolute.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      T result = writing.to(part);
      Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE);
      return result;
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
