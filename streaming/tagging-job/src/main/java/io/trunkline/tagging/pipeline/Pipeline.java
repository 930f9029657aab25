package io.trunkline.tagging.pipeline;

import io.trunkline.model.InvalidInputException;
import io.trunkline.tagging.pipeline.Learning.Use;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One running pipeline: what it reads, what it writes and how it is run. {@code
 * deploy/pipelines/example.yaml} shows every key with its default and what it means.
 *
 * @param name the job's name, its consumer group, and how its transactional ids begin
 * @param kafka how Kafka is reached
 * @param questions what is read
 * @param labels what is written
 * @param deadLetters where records go that cannot be processed
 * @param models which models serve
 * @param learning how they learn while they serve
 * @param batching how questions are gathered for the model
 * @param guarantee what a restart may cost
 * @param checkpointing how often progress is made durable
 * @param restart what happens when the job fails
 * @param parallelism how many subtasks tag
 * @param places where all this is said
 */
public record Pipeline(
    String name,
    Kafka kafka,
    Questions questions,
    Labels labels,
    DeadLetters deadLetters,
    Models models,
    Learning learning,
    Batching batching,
    Guarantee guarantee,
    Checkpointing checkpointing,
    Restart restart,
    int parallelism,
    Places places) {

  private static final Scalar<String> NAME =
      Scalar.matching(
          Pattern.compile("[A-Za-z0-9._-]{1,200}"), "1 to 200 letters, digits, dots, _ or -");

  /**
   * Reads and checks a file. Relative paths in it start from the file's own directory.
   *
   * @throws InvalidInputException with one line that names file, place, key, what was found and
   *     what was expected
   */
  public static Pipeline load(Path file) {
    return parse(YamlFile.read(file), file.toString(), file.toAbsolutePath().resolveSibling(""));
  }

  /**
   * Reads and checks a description that is no file of its own. Relative paths in it start from the
   * working directory.
   *
   * @param name what errors call it
   * @throws InvalidInputException as {@link #load} does
   */
  public static Pipeline parse(String yaml, String name) {
    return parse(yaml, name, Path.of("").toAbsolutePath());
  }

  private static Pipeline parse(String yaml, String name, Path directory) {
    return YamlFile.parse(yaml, name).readAll(section -> read(section, directory));
  }

  private static Pipeline read(Section section, Path directory) {
    Pipeline pipeline =
        new Pipeline(
            section.get("name", "trunkline", NAME),
            section.section("kafka", Kafka::read),
            section.section("questions", questions -> Questions.read(questions, directory)),
            section.section("labels", Labels::read),
            section.section("deadLetters", DeadLetters::read),
            section.section("models", models -> Models.read(models, directory)),
            section.section("learning", Learning::read),
            section.section("batching", Batching::read),
            section.get("guarantee", Guarantee.EXACTLY_ONCE, Scalar.oneOf(Guarantee.class)),
            section.section("checkpointing", s -> Checkpointing.read(s, directory)),
            section.section("restart", Restart::read),
            section.get("parallelism", 1, Scalar.integer(1, 1024)),
            section.places());
    pipeline.checkTopics(section);
    pipeline.checkTransactions(section);
    pipeline.checkLearning(section);
    return pipeline;
  }

  /**
   * The topic that carries the labels of a task.
   *
   * @throws InvalidInputException if the task's name makes none, or one that has another use here
   */
  public String labelTopic(String task) {
    String topic = labels.topicOf(task);
    if (!Topics.legal(topic)) {
      throw invalid(
          "labels.topic",
          "task '" + task + "' makes it '" + topic + "', expected " + Topics.EXPECTED);
    }
    for (Use use : fixedTopics()) {
      if (use.topic().equals(topic)) {
        throw invalid(
            "labels.topic",
            "task '"
                + task
                + "' makes it '"
                + topic
                + "', which is "
                + use.key()
                + ", expected a topic of its own");
      }
    }
    return topic;
  }

  /**
   * An error in what a key says that shows only when it is used: one line that names file, place,
   * key and problem.
   *
   * @param key the key's full path, {@code models.store}
   * @param problem what is wrong, and what was expected
   */
  public InvalidInputException invalid(String key, String problem) {
    return places.invalid(key, problem);
  }

  /** For a consumer of any of this pipeline's topics: sees committed records only. */
  public Properties consumerProperties() {
    Properties properties = kafka.toProperties();
    properties.setProperty("isolation.level", "read_committed");
    properties.setProperty("enable.auto.commit", "false");
    return properties;
  }

  /** For a producer to any of this pipeline's topics. */
  public Properties producerProperties() {
    Properties properties = kafka.toProperties();
    properties.setProperty("acks", "all");
    properties.setProperty("enable.idempotence", "true");
    properties.setProperty(
        Kafka.TRANSACTION_TIMEOUT, Long.toString(kafka.transactionTimeout().toMillis()));
    return properties;
  }

  /** For an admin client. */
  public Properties adminProperties() {
    return kafka.toProperties();
  }

  private List<Use> fixedTopics() {
    List<Use> topics =
        new ArrayList<>(
            List.of(
                new Use("questions.topic", questions.topic()),
                new Use("deadLetters.topic", deadLetters.topic()),
                new Use("models.topic", models.topic()),
                new Use("models.statusTopic", models.statusTopic())));
    if (learning.enabled()) {
      topics.addAll(learning.topics());
    }
    return topics;
  }

  private void checkTopics(Section section) {
    TreeMap<String, String> keys = new TreeMap<>();
    for (Use use : fixedTopics()) {
      String other = keys.putIfAbsent(use.topic(), use.key());
      if (other != null) {
        throw section.invalid(
            use.key(),
            "'" + use.topic() + "' is " + other + " already, expected a topic of its own");
      }
    }
  }

  private void checkLearning(Section section) {
    if (learning.enabled() && guarantee != Guarantee.EXACTLY_ONCE) {
      throw section.invalid(
          "learning",
          "enabled, but the guarantee is at-least-once, which could count a correction twice;"
              + " expected exactly-once");
    }
  }

  /** A transaction stays open from one checkpoint to the next: cut short, its records are lost. */
  private void checkTransactions(Section section) {
    Duration limit = kafka.transactionTimeout();
    if (guarantee == Guarantee.EXACTLY_ONCE
        && checkpointing.interval().plus(checkpointing.timeout()).compareTo(limit) >= 0) {
      throw section.invalid(
          "checkpointing",
          "interval and timeout together are not below kafka."
              + Kafka.TRANSACTION_TIMEOUT
              + " ("
              + limit.toMillis()
              + "), expected less, or records could be lost");
    }
  }
}
