package io.trunkline.cli.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.cli.pipeline.PipelineOption;
import io.trunkline.model.evaluation.ModelDifference;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trunkline models diff}. */
@Command(
    name = "diff",
    description = {
      "Says what changed from one model to another: tasks, labels, words and n-grams that came or"
          + " went, figures, and how far parameters moved.",
      "That distance is ‖after − before‖ / ‖before‖, of tables over the rows that both models have,"
          + " and of the other parameters only where tasks and labels are the same."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline models diff 3 4 --pipeline pipeline.yaml",
      "  trunkline models diff 5f0c2a 91be --pipeline pipeline.yaml --json | jq .distances"
    })
final class ModelsDiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PipelineOption pipeline;

  @Parameters(
      index = "0",
      paramLabel = "D1",
      description = "The model before: its generation, or the beginning of its digest.")
  private String before;

  @Parameters(index = "1", paramLabel = "D2", description = "The model after.")
  private String after;

  @Option(
      names = "--json",
      description =
          "Print one object: {\"before\", \"after\", \"tasksAdded\", \"tasksRemoved\", \"labels\","
              + " \"metrics\", \"wordsAdded\", \"wordsRemoved\", \"ngramsAdded\","
              + " \"ngramsRemoved\", \"distances\": {\"wide\", \"embeddings\", \"dense\"}}.")
  private boolean json;

  ModelsDiffCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    KnownModels models = KnownModels.of(pipeline.load());
    String first = models.digest(before);
    String second = models.digest(after);
    ModelDifference difference = ModelDifference.of(models.load(first), models.load(second));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode object = mapper.createObjectNode().put("before", first).put("after", second);
      out.println(object.setAll(mapper.<ObjectNode>valueToTree(difference)));
    } else {
      out.println("before     " + first);
      out.println("after      " + second);
      DifferenceText.of(difference).forEach(out::println);
    }
    return 0;
  }
}
