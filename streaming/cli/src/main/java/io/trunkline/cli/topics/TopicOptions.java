package io.trunkline.cli.topics;

import io.trunkline.cli.models.LabelTasks;
import io.trunkline.cli.pipeline.PipelineOption;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What creating and checking topics have in common. */
final class TopicOptions {
  @Mixin private PipelineOption pipeline;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "Take the tasks from this model file where the pipeline names none and no model is"
              + " announced yet.")
  private @Nullable Path model;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Partitions of the questions, of each label topic, of feedback and of labelled examples;"
              + " by default the pipeline's parallelism.")
  private @Nullable Integer partitions;

  @Option(
      names = "--retention",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "How long questions and labels are kept, in days; ${DEFAULT-VALUE} by default.")
  private int retentionDays;

  Pipeline pipeline() {
    return pipeline.load();
  }

  TopicPlan plan(Pipeline of) {
    return new TopicPlan(
        partitions == null ? of.parallelism() : partitions, Duration.ofDays(retentionDays));
  }

  /** The tasks whose labels are emitted; empty if nothing says so yet. */
  List<String> tasks(Pipeline of) throws IOException, InterruptedException {
    return LabelTasks.of(of, model);
  }
}
