package io.trunkline.cli.topics;

import picocli.CommandLine.Command;

/** {@code trunkline topics …}. */
@Command(
    name = "topics",
    description = "Creates or checks the topics that a pipeline needs.",
    subcommands = {TopicsCreateCommand.class, TopicsCheckCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline topics create --pipeline pipeline.yaml",
      "  trunkline topics check --pipeline pipeline.yaml"
    })
public final class TopicsCommand {
  TopicsCommand() {}
}
