package io.trunkline.cli.feedback;

import io.trunkline.cli.models.LabelTasks;
import io.trunkline.feedback.FeedbackSettings;
import io.trunkline.feedback.FeedbackStreams;
import io.trunkline.feedback.FeedbackTopics;
import io.trunkline.feedback.join.JoinSettings;
import io.trunkline.feedback.quality.QualitySettings;
import io.trunkline.model.InvalidInputException;
import io.trunkline.tagging.kafka.Brokers;
import io.trunkline.tagging.kafka.RequiredTopics;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The feedback application of a pipeline. */
public final class FeedbackApplication {
  private static final int SLIDING_WINDOW = 1000;
  private static final int ANY_PORT = 0;

  private FeedbackApplication() {}

  /**
   * Starts an instance that answers on the loopback address, on any port that is free.
   *
   * @param stateDirectory where it keeps its stores; its own alone
   * @throws InvalidInputException if a topic does not exist
   */
  public static FeedbackStreams start(Pipeline pipeline, Path stateDirectory)
      throws IOException, InterruptedException {
    InetSocketAddress http = FeedbackSettings.onLoopback(ANY_PORT);
    return FeedbackStreams.start(
        settings(pipeline, stateDirectory, http, null), PipelineDecoders.of(pipeline));
  }

  /**
   * How an instance is run.
   *
   * @param partitions of the internal topics; null: as many as the feedback topic has
   */
  static FeedbackSettings settings(
      Pipeline pipeline, Path stateDirectory, InetSocketAddress http, @Nullable Integer partitions)
      throws IOException, InterruptedException {
    List<String> tasks = LabelTasks.of(pipeline, null);
    if (tasks.isEmpty()) {
      throw new InvalidInputException(LabelTasks.UNKNOWN);
    }
    try (Brokers brokers = new Brokers(pipeline)) {
      FeedbackTopics topics =
          FeedbackPlan.topics(pipeline, tasks, new RequiredTopics(pipeline, brokers));
      return new FeedbackSettings(
          pipeline.name() + "-feedback",
          topics,
          partitions == null ? brokers.partitions(List.of(topics.feedback())).size() : partitions,
          JoinSettings.of(pipeline.learning().timeToLive()),
          QualitySettings.of(SLIDING_WINDOW),
          stateDirectory,
          http,
          client(pipeline));
    }
  }

  private static Map<String, String> client(Pipeline pipeline) {
    Map<String, String> client = new TreeMap<>();
    pipeline
        .adminProperties()
        .forEach((name, value) -> client.put(name.toString(), value.toString()));
    return client;
  }
}
