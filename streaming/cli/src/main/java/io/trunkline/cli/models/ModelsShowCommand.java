package io.trunkline.cli.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.pipeline.PipelineOption;
import io.trunkline.model.Model;
import io.trunkline.model.archive.StoredFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trunkline models show}. */
@Command(
    name = "show",
    description = {
      "Shows a model: what it answers, how large it is, where it comes from, how well it did and"
          + " when it was announced.",
      "It is read from the store and verified on the way."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline models show 3 --pipeline pipeline.yaml",
      "  trunkline models show 5f0c2a --pipeline pipeline.yaml --json | jq .training.parent"
    })
final class ModelsShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PipelineOption pipeline;

  @Parameters(paramLabel = "D", description = "Its generation, or the beginning of its digest.")
  private String name;

  @Option(
      names = "--json",
      description =
          "Print one object: {\"digest\", \"bytes\", \"storedAt\", \"generations\", \"tasks\","
              + " \"sizes\", \"training\", \"metrics\"}.")
  private boolean json;

  ModelsShowCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    KnownModels models = KnownModels.of(pipeline.load());
    String digest = models.digest(name);
    Model model = models.load(digest);
    StoredFile file =
        models.store().files().stream()
            .filter(stored -> stored.digest().equals(digest))
            .findFirst()
            .orElseThrow();
    ModelCard card = ModelCard.of(file, model, models.announcementsOf(digest));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(card));
    } else {
      ModelCardText.of(card).forEach(out::println);
    }
    return 0;
  }
}
