package io.trunkline.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.tagging.pipeline.Pipeline;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TopicPlanTest {
  private static final Pipeline PIPELINE =
      Pipeline.parse("kafka: {bootstrap.servers: 'localhost:9092'}", "test");

  private final List<TopicSpec> topics =
      new TopicPlan(4, Duration.ofDays(2)).topics(PIPELINE, List.of("intent", "language"));

  @Test
  void everyTopicOfThePipelineIsPlanned() {
    assertThat(topics)
        .extracting(TopicSpec::name)
        .containsExactly(
            "questions",
            "labels.intent",
            "labels.language",
            "dead-letters",
            "models",
            "model-status");
  }

  @Test
  void theModelsTopicHasOnePartitionAndForgetsNothing() {
    TopicSpec models = topic("models");
    assertThat(models.allows(1)).isTrue();
    assertThat(models.allows(2)).isFalse();
    assertThat(models.settings())
        .containsEntry("retention.ms", "-1")
        .containsEntry("cleanup.policy", "delete");
  }

  @Test
  void questionsAndLabelsAreKeptForTheRetentionAndMayHaveMorePartitions() {
    for (String name : List.of("questions", "labels.intent")) {
      assertThat(topic(name).allows(3)).isFalse();
      assertThat(topic(name).allows(4)).isTrue();
      assertThat(topic(name).allows(9)).isTrue();
      assertThat(topic(name).settings()).containsEntry("retention.ms", "172800000");
    }
  }

  @Test
  void whatIsWrittenCarriesTheTimeOfWriting() {
    assertThat(topics)
        .filteredOn(topic -> topic.settings().containsKey("message.timestamp.type"))
        .extracting(TopicSpec::name)
        .doesNotContain("questions")
        .hasSize(5);
  }

  private TopicSpec topic(String name) {
    return topics.stream().filter(topic -> topic.name().equals(name)).findFirst().orElseThrow();
  }
}
