package io.trunkline.cli.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that is deleted with all it holds. */
public record ScratchDirectory(Path path) implements AutoCloseable {
  /** A new one for temporary files. */
  public static ScratchDirectory temporary() throws IOException {
    return new ScratchDirectory(Files.createTempDirectory("trunkline-"));
  }

  /** Makes the directory, without what a process that was killed may have left there. */
  public static ScratchDirectory empty(Path path) throws IOException {
    ScratchDirectory directory = new ScratchDirectory(path);
    if (Files.exists(path)) {
      directory.close();
    }
    Files.createDirectories(path);
    return directory;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    }
  }
}
