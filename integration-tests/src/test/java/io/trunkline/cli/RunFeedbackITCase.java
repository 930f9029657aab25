package io.trunkline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.TaskLabel;
import io.trunkline.schemas.avro.TaskQuality;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.KafkaTopics.Isolation;
import io.trunkline.testing.LearningPipeline;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The feedback application as the command line runs it; the test is the job that tags. */
@Timeout(240)
@ExtendWith(KafkaExtension.class)
final class RunFeedbackITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String DIGEST = "a".repeat(64);

  private final ObjectMapper json = new ObjectMapper();
  private final StringWriter out = new StringWriter();
  @TempDir Path directory;
  private KafkaTopics kafka;
  private String prefix;
  private Path pipeline;

  @BeforeEach
  void describePipeline(KafkaTopics topics) throws IOException {
    kafka = topics;
    prefix = "f" + UUID.randomUUID().toString().substring(0, 8);
    pipeline = directory.resolve("pipeline.yaml");
    Files.writeString(
        pipeline,
        """
        name: %1$s
        questions: {topic: %1$s-questions, format: json}
        labels: {topic: '%1$s-labels.{task}', tasks: [intent]}
        """
                .formatted(prefix)
            + LearningPipeline.sections(kafka, prefix));
  }

  @Test
  void aCorrectionBecomesAnExampleAndIsCounted() throws Exception {
    run("topics", "create");
    Thread application = new Thread(this::runFeedback, "run-feedback");
    application.start();
    try {
      await("the start").atMost(PATIENCE).until(() -> out.toString().contains("quality"));
      URI quality = URI.create(json.readTree(out.toString()).path("quality").textValue());
      CommandLineRun.withInput(
          "{\"id\": \"q1\", \"text\": \"When do we meet?\"}", "send", "--pipeline", pipeline);
      label("q1", "explain");
      run("feedback", "--event", "q1", "--task", "intent", "--label", "schedule");

      LabelledExample example = awaitOne("labelled-examples", LabelledExample.class);
      assertThat(example.getText()).isEqualTo("When do we meet?");
      assertThat(example.getLabels()).containsEntry("intent", new OneLabel("schedule", null));
      TaskQuality counted = awaitOne("quality", TaskQuality.class);
      assertThat(counted.getGeneration()).isEqualTo(4);
      assertThat(counted.getJudged()).isOne();
      assertThat(counted.getCorrect()).isZero();
      await("the same over HTTP")
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(get(quality).toString()).contains("intent", DIGEST));
    } finally {
      application.interrupt();
      application.join();
    }
  }

  @Test
  void aTopicThatIsNotThereIsOneLine() {
    CommandLineRun run = run("run-feedback", "--port", 0);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains(prefix + "-questions", "topics create");
  }

  @Test
  void aPortThatIsTakenIsOneLine() throws IOException {
    run("topics", "create");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandLineRun run = run("run-feedback", "--port", taken.getLocalPort());

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err()).contains("--port " + taken.getLocalPort() + " is not free");
    }
  }

  private void runFeedback() {
    var ended =
        CommandLineRun.writingTo(
            out,
            "run-feedback",
            "--pipeline",
            pipeline,
            "--port",
            0,
            "--state-dir",
            directory.resolve("state"),
            "--json");
    out.write(ended.err());
  }

  private void label(String event, String label) throws Exception {
    TaskLabel record =
        new TaskLabel(
            event,
            "intent",
            new OneLabel(label, 0.9),
            List.of(),
            false,
            null,
            DIGEST,
            4L,
            Instant.EPOCH);
    ProducerRecord<byte[], byte[]> sent =
        new ProducerRecord<>(
            prefix + "-labels.intent",
            event.getBytes(StandardCharsets.UTF_8),
            AvroCodec.of(TaskLabel.class).encode(record));
    sent.headers().add("trunkline-generation", "4".getBytes(StandardCharsets.UTF_8));
    kafka.send(List.of(sent));
  }

  private <T extends SpecificRecord> T awaitOne(String topic, Class<T> type) {
    return await(topic)
        .atMost(PATIENCE)
        .until(() -> read(topic, type), records -> !records.isEmpty())
        .get(0);
  }

  private <T extends SpecificRecord> List<T> read(String topic, Class<T> type) throws IOException {
    List<T> records = new ArrayList<>();
    for (var record : kafka.read(prefix + "-" + topic, Isolation.READ_COMMITTED)) {
      records.add(AvroCodec.of(type).decode(record.value()));
    }
    return records;
  }

  private JsonNode get(URI uri) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    return json.readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
  }

  private CommandLineRun run(Object... arguments) {
    return CommandLineRun.of(
        Stream.concat(Stream.of(arguments), Stream.of("--pipeline", pipeline)).toArray());
  }
}
