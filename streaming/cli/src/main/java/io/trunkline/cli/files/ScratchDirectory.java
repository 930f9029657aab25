package io.trunkline.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that is deleted with all it holds; by the next demo, if this one was killed. */
record ScratchDirectory(Path path) implements AutoCloseable {
  /** Makes the directory, without what a demo may have left there. */
  static ScratchDirectory empty(Path path) throws IOException {
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
