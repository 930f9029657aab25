package io.trunkline.cli.models;

import io.trunkline.model.Model;
import io.trunkline.model.Task;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.tagging.kafka.Brokers;
import io.trunkline.tagging.models.StartModel;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out whose labels a pipeline will emit. */
public final class LabelTasks {
  /** What to say where nothing tells. */
  public static final String UNKNOWN =
      "the tasks are not known: labels.tasks names none and no model is announced; name them,"
          + " publish a model first, or give one with --model";

  private LabelTasks() {}

  /**
   * The tasks that the pipeline names; else those of the given model file; else those of its start
   * model.
   *
   * @return their names; empty if nothing tells
   */
  public static List<String> of(Pipeline pipeline, @Nullable Path modelFile)
      throws IOException, InterruptedException {
    if (!pipeline.labels().tasks().isEmpty()) {
      return pipeline.labels().tasks();
    }
    if (modelFile != null) {
      return names(ModelArchive.read(modelFile).model());
    }
    return isKnown(pipeline) ? StartModel.find(pipeline).tasks() : List.of();
  }

  private static boolean isKnown(Pipeline pipeline) throws InterruptedException {
    try (Brokers brokers = new Brokers(pipeline)) {
      return brokers.topics().contains(pipeline.models().topic())
          && !new ModelsTopic(pipeline).read().isEmpty();
    }
  }

  private static List<String> names(Model model) {
    return model.spec().tasks().stream().map(Task::name).toList();
  }
}
