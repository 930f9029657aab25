package io.trunkline.tagging;

import io.trunkline.tagging.format.RecordLimit;
import io.trunkline.tagging.kafka.Brokers;
import io.trunkline.tagging.kafka.RequiredTopics;
import io.trunkline.tagging.models.StartModel;
import io.trunkline.tagging.pipeline.Pipeline;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is found out before a job is built, so that what can go wrong goes wrong in front of the
 * person who starts it.
 *
 * @param start the model to begin with
 * @param labelTopics topic by task
 * @param deadLetterLimit how large a dead letter may be
 */
record Preflight(StartModel start, Map<String, String> labelTopics, RecordLimit deadLetterLimit) {
  /**
   * Asks the brokers and the model store.
   *
   * @throws io.trunkline.model.InvalidInputException if no broker answers, a topic does not exist
   *     or there is no start model
   */
  static Preflight of(Pipeline pipeline) throws InterruptedException {
    try (Brokers brokers = new Brokers(pipeline)) {
      RequiredTopics topics = new RequiredTopics(pipeline, brokers);
      topics.requireFixed();
      if (pipeline.learning().enabled()) {
        topics.requireLearning();
      }
      StartModel start = StartModel.find(pipeline);
      Map<String, String> labelTopics = new LinkedHashMap<>();
      start.tasks().forEach(task -> labelTopics.put(task, pipeline.labelTopic(task)));
      topics.require("labels.topic", labelTopics.values());
      int maxMessageBytes = topics.maxMessageBytes(pipeline.deadLetters().topic());
      return new Preflight(start, labelTopics, RecordLimit.of(maxMessageBytes, pipeline.kafka()));
    }
  }
}
