package io.trunkline.cli.bench;

import picocli.CommandLine.Option;

/** The option {@code --jobs}, to be mixed into a benchmark. */
final class JobsOption {
  @Option(
      names = "--jobs",
      defaultValue = "1",
      paramLabel = "N",
      description = "Trainings at a time, each on a core; ${DEFAULT-VALUE} by default.")
  private int jobs;

  JobsOption() {}

  /** How many, at least one. */
  int jobs() {
    return Math.max(1, jobs);
  }
}
