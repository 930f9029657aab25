package io.trunkline.cli.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.pipeline.PipelineOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trunkline models publish}. */
@Command(
    name = "publish",
    description = {
      "Verifies a model file, puts it into the pipeline's store and announces it.",
      "A job that runs switches to it between two batches; the next one to start begins with it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline models publish helpdesk.model --pipeline pipeline.yaml",
      "  trunkline models publish helpdesk.model --pipeline pipeline.yaml --note 'new courses' --json"
    })
final class ModelsPublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PipelineOption pipeline;

  @Parameters(paramLabel = "MODEL", description = "A model file that 'trunkline train' wrote.")
  private Path model;

  @Option(
      names = "--by",
      paramLabel = "WHO",
      defaultValue = "${sys:user.name}",
      description = "Who announces it; by default the user's name.")
  private String by;

  @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why.")
  private String note;

  @Option(
      names = "--json",
      description = "Print one object: {\"digest\": \"...\", \"generation\": n}.")
  private boolean json;

  ModelsPublishCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Publication published =
        new Publisher(pipeline.load(), InstantSource.system()).publish(model, by, note);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(published));
    } else {
      out.printf("published %s as generation %d%n", published.digest(), published.generation());
    }
    return 0;
  }
}
