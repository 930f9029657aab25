package io.trunkline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.archive.ModelArchive;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands about topics, records and models, against a real broker. */
@Timeout(180)
@ExtendWith(KafkaExtension.class)
final class CommandsITCase {
  @TempDir Path directory;
  private String prefix;
  private Path pipeline;
  private Path model;

  @BeforeEach
  void describePipeline(KafkaTopics kafka) throws IOException {
    prefix = "c" + UUID.randomUUID().toString().substring(0, 8);
    pipeline = directory.resolve("pipeline.yaml");
    model = directory.resolve("tiny.model");
    Files.writeString(
        pipeline,
        """
        kafka: {bootstrap.servers: '%1$s'}
        questions: {topic: %2$s-questions, format: json}
        labels: {topic: '%2$s-labels.{task}', format: text}
        deadLetters: {topic: %2$s-dead-letters}
        models: {topic: %2$s-models, statusTopic: %2$s-model-status}
        parallelism: 2
        """
            .formatted(kafka.bootstrapServers(), prefix));
    ModelArchive.write(TinyModels.of(1), model);
  }

  @Test
  void topicsAreCreatedAsTheyAreChecked() {
    CommandLineRun created =
        CommandLineRun.of("topics", "create", "--pipeline", pipeline, "--model", model);
    assertThat(created.exitCode()).isZero();
    assertThat(created.out().lines())
        .containsExactly(
            "created " + prefix + "-questions",
            "created " + prefix + "-labels.intent",
            "created " + prefix + "-labels.subject",
            "created " + prefix + "-dead-letters",
            "created " + prefix + "-models",
            "created " + prefix + "-model-status");

    CommandLineRun check =
        CommandLineRun.of("topics", "check", "--pipeline", pipeline, "--model", model);
    assertThat(check.exitCode()).as(check.out()).isZero();

    CommandLineRun again =
        CommandLineRun.of("topics", "create", "--pipeline", pipeline, "--model", model);
    assertThat(again.out().strip()).isEqualTo("nothing to create");
  }

  @Test
  void checkNamesEveryDifference(KafkaTopics kafka) throws Exception {
    kafka.create(prefix + "-questions", 1);
    kafka.create(prefix + "-models", 2);
    kafka.configure(prefix + "-questions", "cleanup.policy", "compact");
    kafka.configure(prefix + "-questions", "retention.ms", "604800000");
    kafka.configure(prefix + "-models", "retention.ms", "1000");
    kafka.configure(prefix + "-models", "message.timestamp.type", "LogAppendTime");

    CommandLineRun check =
        CommandLineRun.of("topics", "check", "--pipeline", pipeline, "--model", model);

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out().lines())
        .containsExactly(
            prefix + "-questions: partitions is 1, expected at least 2",
            prefix + "-questions: cleanup.policy is compact, expected delete",
            prefix + "-labels.intent: missing",
            prefix + "-labels.subject: missing",
            prefix + "-dead-letters: missing",
            prefix + "-models: partitions is 2, expected exactly 1",
            prefix + "-models: retention.ms is 1000, expected -1",
            prefix + "-model-status: missing");
  }

  @Test
  void withoutAModelTheLabelTopicsWait() {
    CommandLineRun created = CommandLineRun.of("topics", "create", "--pipeline", pipeline);
    assertThat(created.exitCode()).isZero();
    assertThat(created.out()).doesNotContain("labels");
    assertThat(created.err()).contains("no label topics yet");

    CommandLineRun check = CommandLineRun.of("topics", "check", "--pipeline", pipeline);
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out()).contains("the tasks are not known");
  }

  @Test
  void whatIsSentIsSeen() {
    CommandLineRun.of("topics", "create", "--pipeline", pipeline);

    CommandLineRun sent =
        CommandLineRun.withInput(
            "什么是光？\n\n{\"id\": \"q2\", \"text\": \"What is light?\"}\n",
            "send",
            "--pipeline",
            pipeline);
    assertThat(sent.exitCode()).as(sent.err()).isZero();
    assertThat(sent.err()).contains("sent 2 questions to " + prefix + "-questions");

    CommandLineRun seen =
        CommandLineRun.of(
            "tail", prefix + "-questions", "--pipeline", pipeline, "--from-beginning", "--max", 2);
    assertThat(seen.exitCode()).isZero();
    assertThat(seen.out().lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("\"text\":\"什么是光？\""))
        .anySatisfy(
            line ->
                assertThat(line).contains("\"id\":\"q2\"").contains("\"text\":\"What is light?\""));
  }

  @Test
  void aBadLineIsNamed() {
    CommandLineRun.of("topics", "create", "--pipeline", pipeline);

    CommandLineRun sent =
        CommandLineRun.withInput("fine\n{\"id\": \"q2\"}\n", "send", "--pipeline", pipeline);

    assertThat(sent.exitCode()).isEqualTo(2);
    assertThat(sent.err()).contains("standard input:2: \"text\" is missing");
  }

  @Test
  void aPublishedModelIsStoredAnnouncedAndListed() throws IOException {
    CommandLineRun.of("topics", "create", "--pipeline", pipeline);
    String digest = ModelArchive.read(model).digest();

    CommandLineRun first =
        CommandLineRun.of("models", "publish", model, "--pipeline", pipeline, "--note", "first");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out().strip()).isEqualTo("published " + digest + " as generation 0");
    CommandLineRun second =
        CommandLineRun.of("models", "publish", model, "--pipeline", pipeline, "--json");
    assertThat(second.out()).contains("\"digest\":\"" + digest + "\"", "\"generation\":1");

    CommandLineRun list = CommandLineRun.of("models", "list", "--pipeline", pipeline);
    assertThat(list.out().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains(digest + "\tstored"))
        .first()
        .asString()
        .startsWith("0\t")
        .endsWith("\tfirst");
    assertThat(ModelArchive.read(Files.newInputStream(stored(digest)), "stored").digest())
        .isEqualTo(digest);

    CommandLineRun check = CommandLineRun.of("topics", "check", "--pipeline", pipeline);
    assertThat(check.out())
        .as("the tasks come from the announced model")
        .contains(prefix + "-labels.intent: missing");
  }

  @Test
  void aDamagedModelIsNeitherStoredNorAnnounced() throws IOException {
    CommandLineRun.of("topics", "create", "--pipeline", pipeline);
    byte[] bytes = Files.readAllBytes(model);
    bytes[bytes.length / 2] ^= 1;
    Files.write(model, bytes);

    CommandLineRun published =
        CommandLineRun.of("models", "publish", model, "--pipeline", pipeline);

    assertThat(published.exitCode()).isEqualTo(2);
    assertThat(published.err().lines()).hasSize(1);
    assertThat(CommandLineRun.of("models", "list", "--pipeline", pipeline).out()).isEmpty();
    assertThat(directory.resolve("models")).doesNotExist();
  }

  @Test
  void aTopicThatIsNotThereIsOneLine() {
    CommandLineRun tail =
        CommandLineRun.of("tail", prefix + "-dead-letters", "--pipeline", pipeline);

    assertThat(tail.exitCode()).isEqualTo(2);
    assertThat(tail.err().lines()).hasSize(1);
    assertThat(tail.err()).contains(prefix + "-dead-letters").contains("topics create");
  }

  private Path stored(String digest) throws IOException {
    try (var files = Files.list(directory.resolve("models"))) {
      return files
          .filter(file -> file.getFileName().toString().contains(digest))
          .findFirst()
          .orElseThrow();
    }
  }
}
