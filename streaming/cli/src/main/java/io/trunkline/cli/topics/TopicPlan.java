package io.trunkline.cli.topics;

import io.trunkline.tagging.pipeline.Learning;
import io.trunkline.tagging.pipeline.Pipeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The topics that a pipeline needs and what each should be like.
 *
 * @param partitions of the questions, of each label topic, of feedback and of the examples made of
 *     it; bounds how many can read in parallel
 * @param retention how long questions and labels are kept
 */
public record TopicPlan(int partitions, Duration retention) {
  /** A week of questions and labels. */
  public static final Duration DEFAULT_RETENTION = Duration.ofDays(7);

  /** Time for a person to find, mend and send again what could not be processed. */
  private static final Duration TO_BE_LOOKED_AT = Duration.ofDays(30);

  private static final String FOREVER = "-1";

  /**
   * The specifications of every topic, in the order of the pipeline's file.
   *
   * @param tasks the tasks whose labels are emitted
   */
  List<TopicSpec> topics(Pipeline pipeline, List<String> tasks) {
    List<TopicSpec> topics = new ArrayList<>();
    topics.add(
        new TopicSpec(
            pipeline.questions().topic(), partitions, false, settings(millis(retention))));
    for (String task : tasks) {
      topics.add(output(pipeline.labelTopic(task), partitions, millis(retention)));
    }
    topics.add(output(pipeline.deadLetters().topic(), 1, millis(TO_BE_LOOKED_AT)));
    // A model's generation is its offset here, so there is one partition and nothing is forgotten.
    topics.add(new TopicSpec(pipeline.models().topic(), 1, true, outputSettings(FOREVER)));
    topics.add(output(pipeline.models().statusTopic(), 1, millis(TO_BE_LOOKED_AT)));
    if (pipeline.learning().enabled()) {
      addLearning(pipeline.learning(), topics);
    }
    return topics;
  }

  private void addLearning(Learning learning, List<TopicSpec> topics) {
    // What people took the trouble to correct is little and dear.
    topics.add(output(learning.feedbackTopic(), partitions, FOREVER));
    topics.add(output(learning.examplesTopic(), partitions, FOREVER));
    // What explains a version is kept as long as the version may be, and in one order.
    topics.add(new TopicSpec(learning.roundsTopic(), 1, true, outputSettings(FOREVER)));
    topics.add(new TopicSpec(learning.decisionsTopic(), 1, true, outputSettings(FOREVER)));
    topics.add(
        new TopicSpec(learning.proposalsTopic(), 1, true, outputSettings(millis(TO_BE_LOOKED_AT))));
    // Not compacted: how quality went says more than how it is.
    topics.add(output(learning.qualityTopic(), 1, millis(TO_BE_LOOKED_AT)));
    topics.add(output(learning.driftTopic(), 1, millis(TO_BE_LOOKED_AT)));
  }

  private static TopicSpec output(String name, int partitions, String retention) {
    return new TopicSpec(name, partitions, false, outputSettings(retention));
  }

  private static Map<String, String> settings(String retention) {
    return Map.of("cleanup.policy", "delete", "retention.ms", retention);
  }

  /** With the append time, retention never deletes a fresh label of an old question. */
  private static Map<String, String> outputSettings(String retention) {
    return Map.of(
        "cleanup.policy", "delete",
        "retention.ms", retention,
        "message.timestamp.type", "LogAppendTime");
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
