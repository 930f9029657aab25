package io.trunkline.cli.demo;

import io.trunkline.model.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bundled sample, found by the property that the launcher sets. */
final class SampleData {
  private static final String HOME = "trunkline.home";

  private SampleData() {}

  static Path train() {
    return file("train.jsonl");
  }

  static Path stream() {
    return file("stream.jsonl");
  }

  private static Path file(String name) {
    String home = System.getProperty(HOME);
    if (home == null) {
      throw new InvalidInputException(
          "the bundled sample is not found without -D" + HOME + "; give --data and --stream");
    }
    Path file = Path.of(home, "sample", name);
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(file + ": no such file, expected the bundled sample there");
    }
    return file;
  }
}
