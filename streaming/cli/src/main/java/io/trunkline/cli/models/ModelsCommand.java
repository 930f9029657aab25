package io.trunkline.cli.models;

import picocli.CommandLine.Command;

/** {@code trunkline models …}. */
@Command(
    name = "models",
    description = "Publishes models to a pipeline, or lists them.",
    subcommands = {ModelsPublishCommand.class, ModelsListCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline models publish helpdesk.model --pipeline pipeline.yaml",
      "  trunkline models list --pipeline pipeline.yaml"
    })
public final class ModelsCommand {
  ModelsCommand() {}
}
