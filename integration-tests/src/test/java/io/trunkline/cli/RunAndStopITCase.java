package io.trunkline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.TinyModels;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
@ExtendWith(KafkaExtension.class)
final class RunAndStopITCase {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ObjectMapper json = new ObjectMapper();
  @TempDir Path directory;
  private String prefix;
  private Path pipeline;

  @BeforeEach
  void preparePipeline(KafkaTopics kafka) throws IOException {
    prefix = "r" + UUID.randomUUID().toString().substring(0, 8);
    pipeline = directory.resolve("pipeline.yaml");
    Files.writeString(
        pipeline,
        """
        name: %2$s
        kafka: {bootstrap.servers: '%1$s'}
        questions: {topic: %2$s-questions}
        labels: {topic: '%2$s-labels.{task}'}
        deadLetters: {topic: %2$s-dead-letters}
        models: {topic: %2$s-models, statusTopic: %2$s-model-status}
        checkpointing: {interval: 200ms}
        """
            .formatted(kafka.bootstrapServers(), prefix));
    Path model = directory.resolve("tiny.model");
    ModelArchive.write(TinyModels.of(1), model);
    succeed(CommandLineRun.of("topics", "create", "--pipeline", pipeline, "--model", model));
    succeed(CommandLineRun.of("models", "publish", model, "--pipeline", pipeline));
  }

  @Test
  void aStoppedJobGoesOnFromItsSavepoint() throws IOException {
    Started first = start();
    send(0, 10);
    assertThat(taggedIds(10)).containsExactlyInAnyOrderElementsOf(ids(0, 10));
    JsonNode stopped = stop(first);
    assertThat(stopped.get("job")).isEqualTo(first.printed().get("job"));

    send(10, 20);
    Started second = start("--from-savepoint", stopped.get("savepoint").asText());
    assertThat(taggedIds(20)).containsExactlyInAnyOrderElementsOf(ids(0, 20));
    stop(second);
  }

  @Test
  void aRunUntilTheEndTagsWhatIsThereAndStops() throws IOException {
    send(0, 10);
    succeed(CommandLineRun.of("run", "--pipeline", pipeline, "--rest-port", 0, "--until-end"));

    assertThat(taggedIds(10)).containsExactlyInAnyOrderElementsOf(ids(0, 10));
  }

  @Test
  void aSavepointHasNoEnd() {
    CommandLineRun run =
        CommandLineRun.of("run", "--pipeline", pipeline, "--until-end", "--from-savepoint", "s");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("expected one of them");
  }

  @Test
  void aJobThatDoesNotRunCannotBeStopped() {
    CommandLineRun stop =
        CommandLineRun.of("stop", "--savepoint", directory, "--cluster", "localhost:1");
    assertThat(stop.exitCode()).isEqualTo(2);
    assertThat(stop.err().lines()).hasSize(1);
    assertThat(stop.err()).contains("no Flink cluster answers at localhost:1");
  }

  private Started start(String... options) throws IOException {
    StringWriter out = new StringWriter();
    List<Object> words = new ArrayList<>(List.of("run", "--pipeline", pipeline));
    words.addAll(List.of("--rest-port", 0, "--json"));
    words.addAll(List.of(options));
    CompletableFuture<CommandLineRun> run =
        CompletableFuture.supplyAsync(() -> CommandLineRun.writingTo(out, words.toArray()));
    await()
        .atMost(PATIENCE)
        .until(() -> run.isDone() || out.toString().endsWith(System.lineSeparator()));
    assertThat(run).as("the job runs").isNotDone();
    return new Started(run, json.readTree(out.toString()));
  }

  private JsonNode stop(Started job) throws IOException {
    CommandLineRun stop =
        succeed(
            CommandLineRun.of(
                "stop",
                prefix,
                "--savepoint",
                directory.resolve("savepoints"),
                "--cluster",
                job.printed().get("cluster").asText(),
                "--json"));
    succeed(job.run().join());
    return json.readTree(stop.out());
  }

  private void send(int from, int to) {
    String questions =
        ids(from, to).stream()
            .map(id -> "{\"id\": \"%s\", \"text\": \"please explain prime numbers\"}".formatted(id))
            .collect(Collectors.joining("\n"));
    succeed(CommandLineRun.withInput(questions, "send", "--pipeline", pipeline));
  }

  private List<String> taggedIds(int count) throws IOException {
    String[] lines =
        succeed(
                CommandLineRun.of(
                    "tail",
                    prefix + "-labels.intent",
                    "--pipeline",
                    pipeline,
                    "--from-beginning",
                    "--max",
                    count,
                    "--json"))
            .out()
            .split("\\R");
    return List.of(lines).stream().map(this::eventId).toList();
  }

  private String eventId(String line) {
    try {
      return json.readTree(line).get("eventId").asText();
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> "q" + number).toList();
  }

  private static CommandLineRun succeed(CommandLineRun run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  /**
   * A run that goes on.
   *
   * @param run what it comes to
   * @param printed the object that it printed at its start
   */
  private record Started(CompletableFuture<CommandLineRun> run, JsonNode printed) {}
}
