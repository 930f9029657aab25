package io.trunkline.cli.topics;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.models.LabelTasks;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline topics check}. */
@Command(
    name = "check",
    description = {
      "Compares the topics with what the pipeline needs and prints what differs.",
      "Partitions, retention and cleanup policy are compared. Exits 1 if anything differs."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline topics check --pipeline pipeline.yaml",
      "  trunkline topics check --pipeline pipeline.yaml --partitions 4 --retention 3 --json"
    })
final class TopicsCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TopicOptions options;

  @Option(names = "--json", description = "Print one object: {\"differences\": [...]}.")
  private boolean json;

  TopicsCheckCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Pipeline pipeline = options.pipeline();
    List<String> tasks = options.tasks(pipeline);
    List<String> differences = new ArrayList<>();
    if (tasks.isEmpty()) {
      differences.add(pipeline.labels().topic() + ": " + LabelTasks.UNKNOWN);
    }
    try (Topics topics = new Topics(pipeline)) {
      differences.addAll(topics.differences(pipeline, options.plan(pipeline), tasks));
    }
    print(differences);
    return differences.isEmpty() ? 0 : 1;
  }

  private void print(List<String> differences) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(Map.of("differences", differences)));
    } else if (differences.isEmpty()) {
      out.println("all topics are as they should be");
    } else {
      differences.forEach(out::println);
    }
  }
}
