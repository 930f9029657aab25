package io.trunkline.cli.models;

import io.trunkline.cli.pipeline.PipelineOption;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline models rollback}. */
@Command(
    name = "rollback",
    description = {
      "Has a model serve again that served before: a new generation of an old digest.",
      "Without --to it is the model that was announced last before the one that serves. So a second"
          + " rollback takes the first one back; --to goes further back.",
      HandoverOptions.EXIT_CODES
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline models rollback --pipeline pipeline.yaml",
      "  trunkline models rollback --pipeline pipeline.yaml --to 3 --note 'misses new courses'"
    })
final class ModelsRollbackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PipelineOption pipeline;
  @Mixin private HandoverOptions options;

  @Option(
      names = "--to",
      paramLabel = "D",
      description = "The model to go back to: its generation, or the beginning of its digest.")
  private @Nullable String name;

  ModelsRollbackCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Request request = options.request();
    Pipeline target = pipeline.load();
    KnownModels models = KnownModels.of(target);
    String digest = name == null ? models.predecessor().digest() : models.digest(name);
    models.require(digest);
    Outcome outcome =
        new Handover(target, InstantSource.system()).to(digest, models, request.orNote("rollback"));
    return options.report(outcome, "announced", spec.commandLine().getOut());
  }
}
