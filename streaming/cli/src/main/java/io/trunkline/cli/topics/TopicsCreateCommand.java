package io.trunkline.cli.topics;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.models.LabelTasks;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline topics create}. */
@Command(
    name = "create",
    description = {
      "Creates the topics that are missing and leaves the others as they are.",
      "Questions and labels are kept for the retention, dead letters and model status for 30 days,"
          + " models for ever. The models topic has one partition, always.",
      "Where the pipeline learns, feedback, labelled examples, rounds and decisions are kept for"
          + " ever too, proposals, quality and drift for 30 days."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline topics create --pipeline pipeline.yaml --partitions 4 --retention 3",
      "  trunkline topics create --pipeline pipeline.yaml --model helpdesk.model"
    })
final class TopicsCreateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TopicOptions options;

  @Option(
      names = "--replication",
      paramLabel = "N",
      description = "Copies of each record; by default what the brokers are set to.")
  private @Nullable Short replication;

  @Option(names = "--json", description = "Print one object: {\"created\": [...]}.")
  private boolean json;

  TopicsCreateCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Pipeline pipeline = options.pipeline();
    List<String> tasks = options.tasks(pipeline);
    try (Topics topics = new Topics(pipeline)) {
      List<String> created =
          topics.create(pipeline, options.plan(pipeline), tasks, Optional.ofNullable(replication));
      print(created);
    }
    if (tasks.isEmpty()) {
      spec.commandLine().getErr().println("no label topics yet: " + LabelTasks.UNKNOWN);
    }
    return 0;
  }

  private void print(List<String> created) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(Map.of("created", created)));
    } else if (created.isEmpty()) {
      out.println("nothing to create");
    } else {
      created.forEach(topic -> out.println("created " + topic));
    }
  }
}
