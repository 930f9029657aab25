package io.trunkline.cli.models;

import picocli.CommandLine.Command;

/** {@code trunkline models …}. */
@Command(
    name = "models",
    description = "Publishes, explains, exchanges and tidies up the models of a pipeline.",
    subcommands = {
      ModelsPublishCommand.class,
      ModelsListCommand.class,
      ModelsShowCommand.class,
      ModelsDiffCommand.class,
      ModelsPromoteCommand.class,
      ModelsRollbackCommand.class,
      ModelsVerifyCommand.class,
      ModelsRebuildCommand.class,
      ModelsPruneCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline models publish helpdesk.model --pipeline pipeline.yaml",
      "  trunkline models list --pipeline pipeline.yaml",
      "  trunkline models diff 3 4 --pipeline pipeline.yaml",
      "  trunkline models rollback --pipeline pipeline.yaml"
    })
public final class ModelsCommand {
  ModelsCommand() {}
}
