package io.trunkline.cli.feedback;

import io.trunkline.feedback.FeedbackTopics;
import io.trunkline.tagging.kafka.RequiredTopics;
import io.trunkline.tagging.pipeline.Learning;
import io.trunkline.tagging.pipeline.Pipeline;
import java.util.List;
import java.util.TreeMap;

/** Which topics of a pipeline the feedback application reads and writes. */
final class FeedbackPlan {
  private FeedbackPlan() {}

  /**
   * The topics, found to exist.
   *
   * @param tasks the tasks whose labels are judged
   * @throws io.trunkline.model.InvalidInputException if one does not exist
   */
  static FeedbackTopics topics(Pipeline pipeline, List<String> tasks, RequiredTopics required)
      throws InterruptedException {
    Learning learning = pipeline.learning();
    TreeMap<String, String> labels = new TreeMap<>();
    tasks.forEach(task -> labels.put(task, pipeline.labelTopic(task)));
    required.require("questions.topic", List.of(pipeline.questions().topic()));
    required.require("labels.topic", labels.values());
    required.require("deadLetters.topic", List.of(pipeline.deadLetters().topic()));
    required.require("learning.feedbackTopic", List.of(learning.feedbackTopic()));
    required.require("learning.examplesTopic", List.of(learning.examplesTopic()));
    required.require("learning.qualityTopic", List.of(learning.qualityTopic()));
    required.require("learning.driftTopic", List.of(learning.driftTopic()));
    return new FeedbackTopics(
        pipeline.questions().topic(),
        labels,
        learning.feedbackTopic(),
        learning.examplesTopic(),
        pipeline.deadLetters().topic(),
        learning.qualityTopic(),
        learning.driftTopic());
  }
}
