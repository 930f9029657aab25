package io.trunkline.bench.pipeline;

import io.trunkline.cli.kafka.BrokerProcess;
import io.trunkline.cli.kafka.TopicReader;
import io.trunkline.cli.models.LabelTasks;
import io.trunkline.cli.models.Publisher;
import io.trunkline.cli.records.QuestionSender;
import io.trunkline.cli.topics.TopicPlan;
import io.trunkline.cli.topics.Topics;
import io.trunkline.model.Model;
import io.trunkline.model.Task;
import io.trunkline.model.Text;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What contestants run on: a broker, in a process of its own, with questions to be tagged, and a
 * pipeline with its model.
 */
public final class Course {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final BrokerProcess broker;
  private final Pipeline pipeline;
  private final Model model;
  private int events;

  private Course(BrokerProcess broker, Pipeline pipeline, Model model) {
    this.broker = broker;
    this.pipeline = pipeline;
    this.model = model;
  }

  /**
   * Lays one out.
   *
   * @param directory for what it stores, its name part of the topics'
   * @param settings further lines of the pipeline's file
   */
  public static Course lay(BrokerProcess broker, Path directory, Model model, String settings)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    Path file =
        Files.writeString(directory.resolve("pipeline.yaml"), yaml(broker, directory) + settings);
    Pipeline pipeline = Pipeline.load(file);
    Path start = directory.resolve("start.model");
    ModelArchive.write(model, start);
    try (Topics topics = new Topics(pipeline)) {
      TopicPlan plan = new TopicPlan(1, TopicPlan.DEFAULT_RETENTION);
      topics.create(pipeline, plan, LabelTasks.of(pipeline, start), Optional.empty());
    }
    new Publisher(pipeline, InstantSource.system()).publish(start, "trunkline bench", "");
    return new Course(broker, pipeline, model);
  }

  /** Sends questions, more than there are texts if need be. */
  void ask(List<Text> texts, int count) {
    try (QuestionSender questions = new QuestionSender(pipeline)) {
      Instant now = Instant.now();
      for (int i = 0; i < count; i++) {
        questions.send("question-%09d".formatted(i), texts.get(i % texts.size()), now);
      }
    }
    events += count;
  }

  private static String yaml(BrokerProcess broker, Path directory) {
    String name = directory.getFileName().toString();
    return """
    name: %1$s
    kafka: {bootstrap.servers: "%2$s", batch.size: 262144, max.poll.records: 2000,
            receive.buffer.bytes: -1, send.buffer.bytes: -1}
    questions: {topic: %1$s-questions}
    labels: {topic: "%1$s-labels.{task}"}
    deadLetters: {topic: %1$s-dead-letters}
    models: {topic: %1$s-models, statusTopic: %1$s-model-status, store: models}
    """
        .formatted(name, broker.bootstrapServers());
  }

  /** The pipeline. */
  public Pipeline pipeline() {
    return pipeline;
  }

  /** A stopwatch for a round. */
  Stopwatch stopwatch() {
    return new Stopwatch(events, broker);
  }

  /** The model that serves. */
  Model model() {
    return model;
  }

  /** How many questions there are. */
  int events() {
    return events;
  }

  /** The topics of labels. */
  public List<String> labelTopics() {
    return model.spec().tasks().stream().map(Task::name).map(pipeline::labelTopic).toList();
  }

  /** A reader of what is committed to the labels' topics from now on. */
  TopicReader labels() throws InterruptedException {
    return TopicReader.fromEnd(pipeline, labelTopics());
  }

  /**
   * Refuses a round in which a label was lost or came twice.
   *
   * @param labels of {@link #labels}, from before the round
   */
  void requireAll(TopicReader labels, String contestant) {
    long expected = (long) events * model.spec().tasks().size();
    long read = 0;
    do {
      for (var unused : labels.poll(PATIENCE)) {
        read++;
      }
    } while (!labels.atEnd());
    if (read != expected) {
      throw new IllegalStateException(
          "%s has committed %d labels, expected %d".formatted(contestant, read, expected));
    }
  }
}
