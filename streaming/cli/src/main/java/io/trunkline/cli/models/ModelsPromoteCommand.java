package io.trunkline.cli.models;

import io.trunkline.cli.pipeline.PipelineOption;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trunkline models promote}. */
@Command(
    name = "promote",
    description = {
      "Has a model of the store serve, under a new generation.",
      HandoverOptions.EXIT_CODES
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline models promote 5f0c2a --pipeline pipeline.yaml --note 'better on new courses'",
      "  trunkline models promote 5f0c2a --pipeline pipeline.yaml --replaces 7 --json"
    })
final class ModelsPromoteCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PipelineOption pipeline;
  @Mixin private HandoverOptions options;

  @Parameters(paramLabel = "D", description = "Its generation, or the beginning of its digest.")
  private String name;

  ModelsPromoteCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Request request = options.request();
    Pipeline target = pipeline.load();
    KnownModels models = KnownModels.of(target);
    String digest = models.digest(name);
    models.require(digest);
    Outcome outcome = new Handover(target, InstantSource.system()).to(digest, models, request);
    return options.report(outcome, "announced", spec.commandLine().getOut());
  }
}
