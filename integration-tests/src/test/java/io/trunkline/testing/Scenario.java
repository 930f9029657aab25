package io.trunkline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.trunkline.model.Text;
import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.format.QuestionEncoder;
import io.trunkline.tagging.pipeline.Learning;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.testing.KafkaTopics.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A pipeline on topics of its own, from the outside: what its users put in and get out. */
public final class Scenario {
  /** How long to wait for what must happen. */
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final KafkaTopics topics;
  private final Path file;
  private final Pipeline pipeline;

  private Scenario(KafkaTopics topics, Path file) {
    this.topics = topics;
    this.file = file;
    this.pipeline = Pipeline.load(file);
  }

  /** A scenario of the defaults, see {@link #create(KafkaTopics, String, Path, String)}. */
  public static Scenario create(KafkaTopics topics, String name, Path directory) throws Exception {
    return create(topics, name, directory, "{}");
  }

  /**
   * Writes the {@code pipeline.yaml} and creates its topics: two partitions each for questions and
   * labels, one for the others.
   *
   * @param name how the topics begin; no two scenarios on one broker may share it
   * @param directory where the file, models and checkpoints go
   * @param settings what is to differ from the scenarios' defaults, as YAML
   */
  public static Scenario create(KafkaTopics topics, String name, Path directory, String settings)
      throws Exception {
    Path file = directory.resolve("pipeline.yaml");
    Files.writeString(file, describe(name, topics.bootstrapServers(), settings));
    Scenario scenario = new Scenario(topics, file);
    Pipeline pipeline = scenario.pipeline;
    topics.create(pipeline.questions().topic(), 2);
    for (String task : TinyModels.TASKS) {
      topics.create(pipeline.labelTopic(task), 2);
    }
    topics.create(pipeline.deadLetters().topic(), 1);
    topics.create(pipeline.models().topic(), 1);
    topics.create(pipeline.models().statusTopic(), 1);
    if (pipeline.learning().enabled()) {
      scenario.createLearningTopics(pipeline.learning());
    }
    return scenario;
  }

  private void createLearningTopics(Learning learning) throws Exception {
    topics.create(learning.examplesTopic(), 2);
    for (String topic :
        List.of(
            learning.proposalsTopic(),
            learning.roundsTopic(),
            learning.decisionsTopic(),
            learning.driftTopic())) {
      topics.create(topic, 1);
    }
  }

  private static String describe(String name, String bootstrapServers, String settings)
      throws IOException {
    JsonNode description =
        YAML.readTree(
            """
            name: %1$s
            kafka: {bootstrap.servers: "%2$s"}
            questions: {topic: %1$s.questions}
            labels: {topic: "%1$s.labels.{task}"}
            deadLetters: {topic: %1$s.dead-letters}
            models:
              topic: %1$s.models
              statusTopic: %1$s.model-status
              store: file:./models
              retryInterval: 200ms
            learning:
              feedbackTopic: %1$s.feedback
              examplesTopic: %1$s.labelled-examples
              roundsTopic: %1$s.rounds
              decisionsTopic: %1$s.model-decisions
              proposalsTopic: %1$s.proposals
              qualityTopic: %1$s.task-quality
              driftTopic: %1$s.drift
            checkpointing: {interval: 200ms, directory: "file:./checkpoints"}
            restart: {strategy: fixed-delay, attempts: 3, delay: 100ms}
            parallelism: 2
            """
                .formatted(name, bootstrapServers));
    JsonNode merged = YAML.readerForUpdating(description).readValue(settings);
    return YAML.writeValueAsString(merged);
  }

  /** The {@code pipeline.yaml}. */
  public Path file() {
    return file;
  }

  public Pipeline pipeline() {
    return pipeline;
  }

  public KafkaTopics topics() {
    return topics;
  }

  /** What it learns and decides. */
  public LearningDesk learning() {
    return new LearningDesk(this);
  }

  /** The models it may serve. */
  public ModelDesk models() {
    return new ModelDesk(this);
  }

  /** Asks about events {@code from} to {@code to - 1} and waits for their labels, of all tasks. */
  public List<LabelRecord> tag(int from, int to) throws Exception {
    ask(Events.range(from, to));
    Set<String> ids = Set.copyOf(Events.ids(from, to));
    awaitLabels(ids);
    List<LabelRecord> labels = new ArrayList<>();
    for (String task : TinyModels.TASKS) {
      labels(task).stream().filter(label -> ids.contains(label.eventId())).forEach(labels::add);
    }
    return labels;
  }

  /** Asks questions, in the pipeline's format, each keyed by its id. */
  public void ask(List<TextEvent> events) throws Exception {
    topics.send(encode(events));
  }

  /** Asks questions that all go to one partition. */
  public void askInPartition(int partition, List<TextEvent> events) throws Exception {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (ProducerRecord<byte[], byte[]> record : encode(events)) {
      records.add(new ProducerRecord<>(record.topic(), partition, record.key(), record.value()));
    }
    topics.send(records);
  }

  private List<ProducerRecord<byte[], byte[]>> encode(List<TextEvent> events) {
    QuestionEncoder encoder = new QuestionEncoder(pipeline.questions());
    return events.stream()
        .map(event -> encoder.encode(event.getId(), textOf(event), event.getEventTime()))
        .toList();
  }

  private static Text textOf(TextEvent event) {
    return new Text(event.getText(), event.getAttributes());
  }

  /** Waits until every task has labelled each of these events. */
  public void awaitLabels(Collection<String> eventIds) {
    for (String task : TinyModels.TASKS) {
      await("labels of " + task)
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(delivery(task, eventIds).missing()).isEmpty());
    }
  }

  /**
   * Waits until some labels of every task are committed and more lie in open transactions: then a
   * failure could lose or repeat something.
   */
  public void awaitLabelsInFlight() {
    for (String task : TinyModels.TASKS) {
      String topic = pipeline.labelTopic(task);
      await("labels in open transactions, after committed ones, on " + topic)
          .atMost(PATIENCE)
          .until(
              () -> topics.end(topic, Isolation.READ_COMMITTED) > 0 && topics.pending(topic) > 0);
    }
  }

  /** How the labels of a task compare with the events asked about. */
  public Delivery delivery(String task, Collection<String> eventIds) throws IOException {
    return Delivery.compare(eventIds, labels(task).stream().map(LabelRecord::eventId).toList());
  }

  /** The labels of a task that a reader of exactly-once output sees. */
  public List<LabelRecord> labels(String task) throws IOException {
    return LabelRecord.decode(topics.read(pipeline.labelTopic(task), Isolation.READ_COMMITTED));
  }

  /** The dead letters that such a reader sees. */
  public List<DeadLetter> deadLetters() throws IOException {
    return decode(pipeline.deadLetters().topic(), DeadLetter.class);
  }

  /** What such a reader sees on a topic of Avro records. */
  <T extends SpecificRecord> List<T> decode(String topic, Class<T> type) throws IOException {
    AvroCodec<T> codec = AvroCodec.of(type);
    List<T> decoded = new ArrayList<>();
    for (var record : topics.read(topic, Isolation.READ_COMMITTED)) {
      decoded.add(codec.decode(record.value()));
    }
    return decoded;
  }
}
