package io.trunkline.tagging;

import io.trunkline.model.InvalidInputException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of the job jar.
 *
 * @param pipeline the pipeline's file
 * @param options how to run it
 */
record JobArguments(Path pipeline, JobOptions options) {
  private static final String USAGE =
      "expected --pipeline FILE [--from-savepoint PATH] [--until-end]";

  /**
   * Reads arguments.
   *
   * @throws InvalidInputException if one is unknown or missing
   */
  static JobArguments parse(String... arguments) {
    String pipeline = null;
    String savepoint = null;
    boolean untilEnd = false;
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      switch (argument) {
        case "--pipeline" -> pipeline = valueOf(argument, rest);
        case "--from-savepoint" -> savepoint = valueOf(argument, rest);
        case "--until-end" -> untilEnd = true;
        default -> throw new InvalidInputException("unknown argument " + argument + ", " + USAGE);
      }
    }
    return of(pipeline, new JobOptions(untilEnd, savepoint));
  }

  private static String valueOf(String argument, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new InvalidInputException("no value for " + argument + ", " + USAGE);
    }
    return rest.next();
  }

  private static JobArguments of(@Nullable String pipeline, JobOptions options) {
    if (pipeline == null) {
      throw new InvalidInputException("no --pipeline, " + USAGE);
    }
    return new JobArguments(Path.of(pipeline), options);
  }
}
