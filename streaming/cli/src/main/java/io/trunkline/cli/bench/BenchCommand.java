package io.trunkline.cli.bench;

import io.trunkline.cli.bench.learning.LearningCommand;
import picocli.CommandLine.Command;

/** {@code trunkline bench}. */
@Command(
    name = "bench",
    description = "Measures how well models learn, at once and from feedback.",
    footerHeading = "%nExamples:%n",
    footer = "  trunkline bench accuracy --data data --results accuracy.jsonl",
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
}
