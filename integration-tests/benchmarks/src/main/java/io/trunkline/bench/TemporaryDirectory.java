package io.trunkline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that is deleted with all it holds. */
public record TemporaryDirectory(Path path) implements AutoCloseable {
  /** A new one. */
  public static TemporaryDirectory create() throws IOException {
    return new TemporaryDirectory(Files.createTempDirectory("trunkline-bench-"));
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
