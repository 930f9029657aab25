package io.trunkline.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

  @Test
  void whereThePipelineLearnsItsTopicsArePlannedToo() {
    Pipeline learns =
        Pipeline.parse(
            "kafka: {bootstrap.servers: 'localhost:9092'}\nlearning: {enabled: true}", "test");
    List<TopicSpec> planned =
        new TopicPlan(4, Duration.ofDays(2)).topics(learns, List.of()).stream().skip(4).toList();

    assertThat(planned)
        .extracting(TopicSpec::name, TopicSpec::partitions, TopicSpec::exactly)
        .containsExactly(
            tuple("feedback", 4, false),
            tuple("labelled-examples", 4, false),
            tuple("rounds", 1, true),
            tuple("model-decisions", 1, true),
            tuple("proposals", 1, true),
            tuple("task-quality", 1, false),
            tuple("drift", 1, false));
    assertThat(planned)
        .extracting(topic -> topic.settings().get("retention.ms"))
        .containsExactly("-1", "-1", "-1", "-1", "2592000000", "2592000000", "2592000000");
  }

  private TopicSpec topic(String name) {
    return topics.stream().filter(topic -> topic.name().equals(name)).findFirst().orElseThrow();
  }
}
