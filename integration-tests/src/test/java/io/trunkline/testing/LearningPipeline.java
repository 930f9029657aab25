package io.trunkline.testing;

/** The description of a pipeline that learns, with topics of its own. */
public final class LearningPipeline {
  private LearningPipeline() {}

  /**
   * All but the sections {@code questions} and {@code labels}, as YAML.
   *
   * @param prefix of the names of topics
   */
  public static String sections(KafkaTopics kafka, String prefix) {
    return """
    kafka: {bootstrap.servers: '%1$s'}
    deadLetters: {topic: %2$s-dead-letters}
    models: {topic: %2$s-models, statusTopic: %2$s-model-status}
    learning:
      enabled: true
      feedbackTopic: %2$s-feedback
      examplesTopic: %2$s-labelled-examples
      roundsTopic: %2$s-rounds
      decisionsTopic: %2$s-decisions
      proposalsTopic: %2$s-proposals
      qualityTopic: %2$s-quality
      driftTopic: %2$s-drift
    """
        .formatted(kafka.bootstrapServers(), prefix);
  }
}
