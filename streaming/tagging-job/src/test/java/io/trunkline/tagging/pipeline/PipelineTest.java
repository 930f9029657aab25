package io.trunkline.tagging.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import io.trunkline.model.InvalidInputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PipelineTest {
  private static final Path PIPELINES = Path.of("../../deploy/pipelines");
  private static final String KAFKA = "kafka: {bootstrap.servers: 'localhost:9092'}\n";

  @Test
  void theExampleShowsEveryKeyWithItsDefault() {
    Pipeline defaults = Pipeline.load(PIPELINES.resolve("minimal.yaml"));

    assertSame(Pipeline.load(PIPELINES.resolve("example.yaml")), defaults);
  }

  @Test
  void theDefaultsAreTheDocumentedOnes() {
    Pipeline pipeline = Pipeline.parse(KAFKA, "p.yaml");

    assertThat(pipeline.name()).isEqualTo("trunkline");
    assertThat(pipeline.kafka().bootstrapServers()).isEqualTo("localhost:9092");
    assertThat(pipeline.questions().topic()).isEqualTo("questions");
    assertThat(pipeline.questions().format()).isEqualTo(RecordFormat.AVRO);
    assertThat(pipeline.questions().start()).isEqualTo(Start.COMMITTED);
    assertThat(pipeline.questions().maxTextBytes()).isEqualTo(65536);
    assertThat(pipeline.labelTopic("intent")).isEqualTo("labels.intent");
    assertThat(pipeline.labels().tasks()).isEmpty();
    assertThat(pipeline.deadLetters().topic()).isEqualTo("dead-letters");
    assertThat(pipeline.models().topic()).isEqualTo("models");
    assertThat(pipeline.models().statusTopic()).isEqualTo("model-status");
    assertThat(pipeline.models().start()).isEqualTo(Models.NEWEST);
    assertThat(pipeline.batching()).isEqualTo(new Batching(64, 65_536, Duration.ofMillis(10)));
    assertThat(pipeline.guarantee()).isEqualTo(Guarantee.EXACTLY_ONCE);
    assertThat(pipeline.checkpointing().interval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(pipeline.restart().attempts()).isEqualTo(Restart.UNLIMITED);
    assertThat(pipeline.parallelism()).isEqualTo(1);
  }

  @Test
  void plainTextCanBeReadAndWritten() {
    Pipeline pipeline = Pipeline.load(PIPELINES.resolve("text-lines.yaml"));

    assertThat(pipeline.questions().format()).isEqualTo(RecordFormat.TEXT);
    assertThat(pipeline.labels().format()).isEqualTo(RecordFormat.TEXT);
    assertThat(pipeline.labelTopic("intent")).isEqualTo("tagged-lines.intent");
  }

  @Test
  void existingJsonIsReachedByPointers() {
    Pipeline pipeline = Pipeline.load(PIPELINES.resolve("existing-json.yaml"));

    assertThat(pipeline.questions().mapping())
        .isEqualTo(
            new QuestionMapping(
                JsonPointer.compile("/body/subject"),
                JsonPointer.compile("/ticket/number"),
                JsonPointer.compile("/ticket/opened"),
                JsonPointer.compile("/attributes")));
    assertThat(pipeline.labels().mapping().label())
        .isEqualTo(JsonPointer.compile("/prediction/label"));
    assertThat(pipeline.labels().mapping().alternatives()).isNull();
    assertThat(pipeline.guarantee()).isEqualTo(Guarantee.AT_LEAST_ONCE);
  }

  @Test
  void everyKeyCanBeSet() {
    Pipeline pipeline =
        Pipeline.parse(
            """
            name: tickets
            kafka: {bootstrap.servers: "b:1", max.poll.records: 7, security.protocol: SSL}
            questions:
              topic: in
              format: json
              mapping: {text: /t, id: none, eventTime: /a/b, attributes: /facts}
              start: 2026-01-31T00:00:00Z
              maxTextBytes: 100
              maxIdleness: 1m
              maxOutOfOrderness: 0ms
            labels:
              topic: out-{task}
              format: json
              mapping: {label: /l, score: none, abstained: /unsure, outOfScope: none}
              tasks: [intent, subject]
              alternatives: 0
            deadLetters: {topic: dead}
            models:
              topic: m
              statusTopic: s
              store: s3://bucket/models
              start: 0123456789012345678901234567890123456789012345678901234567890abc
              retryInterval: 500ms
            learning:
              enabled: false
              feedbackTopic: f
              examplesTopic: e
              roundsTopic: r
              decisionsTopic: d
              proposalsTopic: p
              qualityTopic: q
              driftTopic: dr
              trustedSources: [teachers]
              holdOut: 0.25
              seed: 7
              timeToLive: 1d
              rounds: {examples: 50, minExamples: 5, maxWait: 1m, attempts: 3,
                       processorShare: 0.5, freshShare: 0.25}
              gate: {enabled: false, margin: 0.05, confidence: 0.9, minLabelExamples: 10}
              probation: {duration: 2m, coolDown: 3m, maxRollbacks: 1}
            batching: {maxSize: 8, maxCharacters: 500, maxDelay: 1s}
            guarantee: at-least-once
            checkpointing: {interval: 2s, timeout: 2h, directory: /var/checkpoints}
            restart: {strategy: fixed-delay, attempts: 3, delay: 200ms, maxDelay: 1d}
            parallelism: 4
            """,
            "p.yaml");

    JsonPointer none = null;
    assertSame(
        pipeline,
        new Pipeline(
            "tickets",
            new Kafka(
                Map.of(
                    "bootstrap.servers",
                    "b:1",
                    "max.poll.records",
                    "7",
                    "security.protocol",
                    "SSL")),
            new Questions(
                "in",
                RecordFormat.JSON,
                List.of(),
                new QuestionMapping(
                    JsonPointer.compile("/t"),
                    none,
                    JsonPointer.compile("/a/b"),
                    JsonPointer.compile("/facts")),
                new Start(Start.Position.INSTANT, Instant.parse("2026-01-31T00:00:00Z")),
                100,
                Duration.ofMinutes(1),
                Duration.ZERO),
            new Labels(
                "out-{task}",
                RecordFormat.JSON,
                new LabelMapping(
                    LabelMapping.DEFAULT.eventId(),
                    LabelMapping.DEFAULT.task(),
                    JsonPointer.compile("/l"),
                    none,
                    LabelMapping.DEFAULT.alternatives(),
                    JsonPointer.compile("/unsure"),
                    none,
                    LabelMapping.DEFAULT.modelDigest(),
                    LabelMapping.DEFAULT.generation(),
                    LabelMapping.DEFAULT.producedAt()),
                List.of("intent", "subject"),
                0),
            new DeadLetters("dead"),
            new Models(
                "m",
                "s",
                URI.create("s3://bucket/models"),
                "0123456789012345678901234567890123456789012345678901234567890abc",
                Duration.ofMillis(500)),
            new Learning(
                false,
                "f",
                "e",
                "r",
                "d",
                "p",
                "q",
                "dr",
                Set.of("teachers"),
                0.25,
                7,
                Duration.ofDays(1),
                new Learning.Rounds(50, 5, Duration.ofMinutes(1), 3, 0.5, 0.25),
                new Learning.Gate(false, 0.05, 0.9, 10),
                new Learning.Probation(Duration.ofMinutes(2), Duration.ofMinutes(3), 1)),
            new Batching(8, 500, Duration.ofSeconds(1)),
            Guarantee.AT_LEAST_ONCE,
            new Checkpointing(
                Duration.ofSeconds(2), Duration.ofHours(2), URI.create("file:///var/checkpoints")),
            new Restart(
                Restart.Strategy.FIXED_DELAY, 3, Duration.ofMillis(200), Duration.ofDays(1)),
            4,
            pipeline.places()));
  }

  @Test
  void learningNeedsExactlyOnce() {
    assertThatThrownBy(
            () ->
                Pipeline.parse(
                    """
                    kafka: {bootstrap.servers: "b:1"}
                    learning: {enabled: true}
                    guarantee: at-least-once
                    """,
                    "p.yaml"))
        .hasMessage(
            "p.yaml:2:1: learning: enabled, but the guarantee is at-least-once, which could count a"
                + " correction twice; expected exactly-once");
  }

  @Test
  void topicsOfLearningAreOfNoOtherUse() {
    String clash =
        """
        kafka: {bootstrap.servers: "b:1"}
        learning: {enabled: true, feedbackTopic: questions}
        """;

    assertThatThrownBy(() -> Pipeline.parse(clash, "p.yaml"))
        .hasMessage(
            "p.yaml:2:27: learning.feedbackTopic: 'questions' is questions.topic already, expected a"
                + " topic of its own");
    Pipeline.parse(clash.replace("true", "false"), "p.yaml");
  }

  @Test
  void relativeDirectoriesStartFromTheFile(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("p.yaml");
    Files.writeString(file, KAFKA + "models: {store: 'file:./archives'}\n");

    assertThat(Pipeline.load(file).models().store())
        .isEqualTo(URI.create("file://" + directory.resolve("archives")));
  }

  @Test
  void kafkaPropertiesReachEveryClientUntouched() {
    Pipeline pipeline =
        Pipeline.parse(
            "kafka: {bootstrap.servers: 'b:1', client.rack: r1, transaction.timeout.ms: 300000}",
            "p.yaml");

    assertThat(pipeline.adminProperties())
        .containsExactlyInAnyOrderEntriesOf(pipeline.kafka().properties());
    assertThat(pipeline.consumerProperties())
        .containsEntry("client.rack", "r1")
        .containsEntry("isolation.level", "read_committed");
    assertThat(pipeline.producerProperties())
        .containsEntry("client.rack", "r1")
        .containsEntry("acks", "all")
        .containsEntry("transaction.timeout.ms", "300000");
  }

  @Test
  void transactionsOutliveACheckpointButNotTheBrokersLimit() {
    assertThat(Pipeline.parse(KAFKA, "p.yaml").producerProperties())
        .containsEntry("transaction.timeout.ms", "600000");
  }

  @Test
  void aTaskWhoseTopicHasAnotherUseIsRefused() {
    Pipeline pipeline = Pipeline.parse(KAFKA + "labels: {topic: 'dead-{task}'}", "p.yaml");

    assertThatThrownBy(() -> pipeline.labelTopic("letters"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "p.yaml:2:10: labels.topic: task 'letters' makes it 'dead-letters', which is"
                + " deadLetters.topic, expected a topic of its own");
  }

  @Test
  void aTaskThatMakesNoTopicIsRefused() {
    Pipeline pipeline = Pipeline.parse(KAFKA, "p.yaml");

    assertThatThrownBy(() -> pipeline.labelTopic("what is it"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "p.yaml: labels.topic: task 'what is it' makes it 'labels.what is it', expected a topic: 1 to"
                + " 249 letters, digits, dots, _ or -");
  }

  @Test
  void passwordsAreNotShown() {
    Pipeline pipeline =
        Pipeline.parse("kafka: {bootstrap.servers: b, a.password: pssst}", "p.yaml");

    assertThat(pipeline.toString()).contains("a.password").doesNotContain("pssst");
  }

  @Test
  void anErrorThatShowsLaterLeadsToItsPlaceToo() {
    Pipeline pipeline = Pipeline.parse(KAFKA + "models:\n  topic: m\n", "p.yaml");

    assertThat(pipeline.invalid("kafka.bootstrap.servers", "nobody there"))
        .hasMessage("p.yaml:1:9: kafka.bootstrap.servers: nobody there");
    assertThat(pipeline.invalid("models.topic", "two partitions"))
        .hasMessage("p.yaml:3:3: models.topic: two partitions");
    assertThat(pipeline.invalid("models.store", "empty"))
        .hasMessage("p.yaml:2:1: models.store: empty");
    assertThat(pipeline.invalid("questions.mapping.id", "odd"))
        .hasMessage("p.yaml: questions.mapping.id: odd");
  }

  private static void assertSame(Pipeline actual, Pipeline expected) {
    assertThat(actual)
        .usingRecursiveComparison()
        .usingOverriddenEquals()
        .ignoringFields("places")
        .isEqualTo(expected);
  }
}
