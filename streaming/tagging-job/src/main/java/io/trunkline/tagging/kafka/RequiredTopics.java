package io.trunkline.tagging.kafka;

import io.trunkline.model.InvalidInputException;
import io.trunkline.tagging.pipeline.Learning;
import io.trunkline.tagging.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Makes sure of a pipeline's topics before a job is started that would create them as the broker's
 * defaults have it, or wait for them in silence.
 */
public final class RequiredTopics {
  private final Pipeline pipeline;
  private final Brokers brokers;

  public RequiredTopics(Pipeline pipeline, Brokers brokers) {
    this.pipeline = pipeline;
    this.brokers = brokers;
  }

  /**
   * Requires the topics that do not depend on the model.
   *
   * @throws InvalidInputException if one does not exist, or the models topic cannot order models
   */
  public void requireFixed() throws InterruptedException {
    String models = pipeline.models().topic();
    require("questions.topic", List.of(pipeline.questions().topic()));
    require("deadLetters.topic", List.of(pipeline.deadLetters().topic()));
    require("models.topic", List.of(models));
    require("models.statusTopic", List.of(pipeline.models().statusTopic()));
    requireOnePartition("models.topic", models, "whose offsets order the models");
  }

  /**
   * Requires the topics that are needed to learn.
   *
   * @throws InvalidInputException if one does not exist, or proposals would not come in order
   */
  public void requireLearning() throws InterruptedException {
    Learning learning = pipeline.learning();
    require("learning.examplesTopic", List.of(learning.examplesTopic()));
    require("learning.roundsTopic", List.of(learning.roundsTopic()));
    require("learning.decisionsTopic", List.of(learning.decisionsTopic()));
    require("learning.proposalsTopic", List.of(learning.proposalsTopic()));
    require("learning.driftTopic", List.of(learning.driftTopic()));
    requireOnePartition(
        "learning.proposalsTopic", learning.proposalsTopic(), "in which the first one wins");
  }

  private void requireOnePartition(String key, String topic, String why)
      throws InterruptedException {
    int partitions = brokers.partitions(List.of(topic)).size();
    if (partitions != 1) {
      throw pipeline.invalid(
          key, "'%s' has %d partitions, expected 1, %s".formatted(topic, partitions, why));
    }
  }

  /**
   * Requires topics.
   *
   * @param key what in the pipeline names them
   * @throws InvalidInputException if one does not exist
   */
  public void require(String key, Collection<String> topics) throws InterruptedException {
    List<String> missing = new ArrayList<>(new TreeSet<>(topics));
    missing.removeAll(brokers.topics());
    if (!missing.isEmpty()) {
      throw pipeline.invalid(
          key,
          "there is no topic '%s' at '%s'; 'trunkline topics create' creates what a pipeline needs"
              .formatted(String.join("', '", missing), pipeline.kafka().bootstrapServers()));
    }
  }

  /** The largest record that a topic takes, in bytes with its batch header. */
  public int maxMessageBytes(String topic) throws InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Config config =
        Objects.requireNonNull(
            brokers.answer(brokers.admin().describeConfigs(List.of(resource)).all()).get(resource));
    return Integer.parseInt(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
  }
}
