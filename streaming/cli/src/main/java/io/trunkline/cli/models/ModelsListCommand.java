package io.trunkline.cli.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.cli.pipeline.PipelineOption;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline models list}. */
@Command(
    name = "list",
    description = {
      "Lists the announced models, newest last, and whether the store has each.",
      "The columns are generation, digest, store, when, by whom and why."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline models list --pipeline pipeline.yaml",
      "  trunkline models list --pipeline pipeline.yaml --json | jq .digest"
    })
final class ModelsListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PipelineOption pipeline;

  @Option(names = "--json", description = "Print one JSON object a model.")
  private boolean json;

  ModelsListCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Pipeline of = pipeline.load();
    List<AnnouncedModel> announced = new ModelsTopic(of).read();
    List<String> stored = Stores.models(of).list();
    PrintWriter out = spec.commandLine().getOut();
    for (AnnouncedModel model : announced) {
      boolean inStore = stored.contains(model.digest());
      out.println(json ? object(model, inStore) : line(model, inStore));
    }
    return 0;
  }

  private static String line(AnnouncedModel model, boolean stored) {
    return String.join(
        "\t",
        Long.toString(model.generation()),
        model.digest(),
        stored ? "stored" : "missing",
        model.announcedAt().toString(),
        model.announcedBy(),
        model.note());
  }

  private static ObjectNode object(AnnouncedModel model, boolean stored) {
    return new ObjectMapper()
        .createObjectNode()
        .put("generation", model.generation())
        .put("digest", model.digest())
        .put("stored", stored)
        .put("announcedAt", model.announcedAt().toString())
        .put("announcedBy", model.announcedBy())
        .put("note", model.note());
  }
}
