package io.trunkline.cli.models;

import io.trunkline.cli.pipeline.PipelineOption;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trunkline models publish}. */
@Command(
    name = "publish",
    description = {
      "Verifies a model file, puts it into the pipeline's store and announces it.",
      "A job that runs switches to it between two batches; the next one to start begins with it.",
      HandoverOptions.EXIT_CODES
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline models publish helpdesk.model --pipeline pipeline.yaml",
      "  trunkline models publish helpdesk.model --pipeline pipeline.yaml --note 'new courses' --json"
    })
final class ModelsPublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PipelineOption pipeline;
  @Mixin private HandoverOptions options;

  @Parameters(paramLabel = "MODEL", description = "A model file that 'trunkline train' wrote.")
  private Path model;

  ModelsPublishCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Request request = options.request();
    Pipeline target = pipeline.load();
    InstantSource clock = InstantSource.system();
    String digest = new Publisher(target, clock).store(model);
    Outcome outcome = new Handover(target, clock).to(digest, KnownModels.of(target), request);
    return options.report(outcome.unexplained(), "published", spec.commandLine().getOut());
  }
}
