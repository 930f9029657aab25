package io.trunkline.cli.bench;

import picocli.CommandLine.Command;

/** {@code trunkline bench}. */
@Command(
    name = "bench",
    description = "Measures how well models learn.",
    footerHeading = "%nExamples:%n",
    footer = "  trunkline bench accuracy --data data --results accuracy.jsonl",
    synopsisSubcommandLabel = "BENCHMARK",
    subcommands = {
      AccuracyCommand.class,
      ScarceCommand.class,
      AblationCommand.class,
      ScopeCommand.class
    })
public final class BenchCommand {
  BenchCommand() {}
}
