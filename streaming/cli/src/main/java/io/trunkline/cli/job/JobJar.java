package io.trunkline.cli.job;

import io.trunkline.model.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The job jar that was built with this tool, found by the property that the launcher sets. */
final class JobJar {
  private static final String PROPERTY = "trunkline.job.jar";

  private JobJar() {}

  static Path find() {
    String place = System.getProperty(PROPERTY);
    if (place == null || !Files.isRegularFile(Path.of(place))) {
      throw new InvalidInputException(
          "no job jar at '" + place + "', expected one there or given with --jar");
    }
    return Path.of(place);
  }
}
