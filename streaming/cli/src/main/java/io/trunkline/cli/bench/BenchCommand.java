package io.trunkline.cli.bench;

import io.trunkline.cli.bench.learning.LearningCommand;
import java.util.Objects;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code trunkline bench}. */
@Command(
    name = "bench",
    description = "Measures how well models learn, at once and from feedback, and how fast it is.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline bench accuracy --data data --results accuracy.jsonl",
      "  trunkline bench tagging --data data"
    },
    synopsisSubcommandLabel = "BENCHMARK",
    subcommands = {
      AccuracyCommand.class,
      ScarceCommand.class,
      AblationCommand.class,
      ScopeCommand.class,
      LearningCommand.class
    })
public final class BenchCommand {
  BenchCommand() {}

  /** Adds the benchmarks that are found beside the command line to its {@code bench}. */
  public static void addFound(CommandLine trunkline) {
    CommandLine bench = Objects.requireNonNull(trunkline.getSubcommands().get("bench"));
    ServiceLoader.load(SpeedBenchmark.class).forEach(bench::addSubcommand);
  }
}
