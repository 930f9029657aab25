package io.trunkline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.Model;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.ModelProposal;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Verdict;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.KafkaTopics.Isolation;
import io.trunkline.testing.LearningPipeline;
import io.trunkline.testing.TinyModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands about a pipeline that learns; the test is the job that decides. */
@Timeout(180)
@ExtendWith(KafkaExtension.class)
final class LearningCommandsITCase {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path directory;
  private KafkaTopics kafka;
  private String prefix;
  private Path pipeline;

  @BeforeEach
  void describePipeline(KafkaTopics topics) throws IOException {
    kafka = topics;
    prefix = "l" + UUID.randomUUID().toString().substring(0, 8);
    pipeline = directory.resolve("pipeline.yaml");
    Files.writeString(
        pipeline,
        """
        questions: {topic: %1$s-questions}
        labels: {topic: '%1$s-labels.{task}'}
        """
                .formatted(prefix)
            + LearningPipeline.sections(kafka, prefix));
    run("topics", "create");
  }

  @Test
  void theTopicsOfLearningAreCreatedAsTheyAreChecked() {
    assertThat(run("topics", "create").out().strip()).isEqualTo("nothing to create");
    CommandLineRun check = run("topics", "check");
    assertThat(check.exitCode()).isOne();
    assertThat(check.out().lines()).singleElement().asString().contains("labels.{task}");
  }

  @Test
  void aCorrectionIsSentUnderItsEventAndSeen() throws IOException {
    CommandLineRun sent =
        run(
            "feedback",
            "--event",
            "q1",
            "--task",
            "intent",
            "--label",
            "schedule",
            "--source",
            "ann",
            "--at",
            "2026-01-31T12:00:00Z",
            "--solicited");

    assertThat(sent.exitCode()).as(sent.err()).isZero();
    assertThat(sent.err()).contains("sent 1 corrections to " + prefix + "-feedback");
    List<ConsumerRecord<byte[], byte[]>> records =
        kafka.read(prefix + "-feedback", Isolation.READ_COMMITTED);
    assertThat(records).hasSize(1);
    assertThat(records.get(0).key()).isEqualTo("q1".getBytes(StandardCharsets.UTF_8));
    Feedback feedback = AvroCodec.of(Feedback.class).decode(records.get(0).value());
    assertThat(feedback.getValue()).isEqualTo(new OneLabel("schedule", null));
    assertThat(feedback.getGivenAt()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    JsonNode seen =
        JSON.readTree(
            run("tail", prefix + "-feedback", "--from-beginning", "--max", 1, "--json").out());
    assertThat(seen.at("/value/label").textValue()).isEqualTo("schedule");
    assertThat(seen.path("solicited").booleanValue()).isTrue();
  }

  @Test
  void correctionsComeFromStandardInputUntilABadLine() {
    CommandLineRun sent =
        CommandLineRun.withInput(
            """
            {"event": "q1", "task": "intent", "label": "schedule"}

            {"event": "q2", "task": "intent", "label": "explain", "text": "Why?"}
            {"event": "q3", "task": "intent"}
            {"event": "q4", "task": "intent", "label": "explain"}
            """,
            "feedback",
            "--pipeline",
            pipeline);

    assertThat(sent.exitCode()).isEqualTo(2);
    assertThat(sent.err())
        .contains("sent 2 corrections")
        .contains("standard input:4: there is no value");
    assertThat(kafka.read(prefix + "-feedback", Isolation.READ_COMMITTED)).hasSize(2);
  }

  @Test
  void theFirstModelIsAnnouncedAndTheNextOneProposed() throws Exception {
    assertThat(publish(1).exitCode()).isZero();
    CommandLineRun second = publish(2, "--no-wait", "--by", "ann", "--note", "newer");

    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.out()).startsWith("proposed " + digest(2));
    assertThat(run("models", "list").out().lines()).hasSize(1);
    assertThat(proposals())
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.getDigest()).isEqualTo(digest(2));
              assertThat(proposal.getReplaces()).isZero();
              assertThat(proposal.getBy()).isEqualTo("ann");
              assertThat(proposal.getNote()).isEqualTo("newer");
            });
    assertThat(directory.resolve("models").resolve(digest(2) + ".model")).exists();
  }

  @Test
  void anAcceptedProposalSaysItsGeneration() throws Exception {
    publish(1);
    publish(2, "--no-wait");

    CompletableFuture<CommandLineRun> promoted =
        CompletableFuture.supplyAsync(
            () -> run("models", "promote", digest(2), "--by", "bob", "--json"));
    ModelProposal proposal = awaitProposal("bob");
    send(
        prefix + "-models",
        new ModelAnnouncement(proposal.getDigest(), Instant.EPOCH, proposal.getBy(), ""));
    decide(proposal, Verdict.ACCEPTED, "proposed by bob");

    CommandLineRun run = promoted.get();
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode outcome = JSON.readTree(run.out());
    assertThat(outcome.path("verdict").textValue()).isEqualTo("ACCEPTED");
    assertThat(outcome.path("generation").intValue()).isEqualTo(1);
    assertThat(outcome.path("replaces").intValue()).isZero();
  }

  @Test
  void aRefusedProposalExitsThreeWithTheReason() throws Exception {
    publish(1);
    send(prefix + "-models", new ModelAnnouncement(digest(2), Instant.EPOCH, "learner", ""));

    CompletableFuture<CommandLineRun> back =
        CompletableFuture.supplyAsync(() -> run("models", "rollback", "--replaces", 0));
    ModelProposal proposal = awaitProposal(System.getProperty("user.name"));
    assertThat(proposal.getDigest()).isEqualTo(digest(1));
    assertThat(proposal.getNote()).isEqualTo("rollback");
    decide(proposal, Verdict.REJECTED, "generation 1 serves by now");

    CommandLineRun run = back.get();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out().strip())
        .isEqualTo("refused " + digest(1) + ": generation 1 serves by now");
  }

  @Test
  void whereNobodyDecidesTheCommandDoesNotWaitForEver() throws Exception {
    publish(1);

    CommandLineRun run = run("models", "promote", 0, "--timeout", "300ms");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).startsWith("undecided " + digest(1));
  }

  @Test
  void aGenerationThatNeverWasCannotBeReplaced() throws Exception {
    publish(1);

    CommandLineRun run = run("models", "promote", 0, "--replaces", 7);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--replaces is 7, expected a generation that was announced");
    assertThat(proposals()).isEmpty();
  }

  private CommandLineRun run(Object... arguments) {
    return CommandLineRun.of(
        Stream.concat(Stream.of(arguments), Stream.of("--pipeline", pipeline)).toArray());
  }

  private CommandLineRun publish(long seed, Object... options) throws IOException {
    Path file = directory.resolve("model-" + seed);
    ModelArchive.write(TinyModels.of(seed), file);
    return run(Stream.concat(Stream.of("models", "publish", file), Stream.of(options)).toArray());
  }

  private String digest(long seed) {
    Model model = TinyModels.of(seed);
    try {
      return ModelArchive.write(model, directory.resolve("digest-of"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<ModelProposal> proposals() throws IOException {
    List<ModelProposal> proposals = new ArrayList<>();
    for (var record : kafka.read(prefix + "-proposals", Isolation.READ_COMMITTED)) {
      proposals.add(AvroCodec.of(ModelProposal.class).decode(record.value()));
    }
    return proposals;
  }

  private ModelProposal awaitProposal(String by) {
    return await("a proposal by " + by)
        .atMost(PATIENCE)
        .until(
            () -> proposals().stream().filter(made -> made.getBy().equals(by)).toList(),
            made -> !made.isEmpty())
        .get(0);
  }

  private void decide(ModelProposal proposal, Verdict verdict, String reason) throws Exception {
    send(
        prefix + "-decisions",
        new ModelDecision(
            DecisionKind.PROPOSAL,
            verdict,
            proposal.getDigest(),
            digest(1),
            proposal.getReplaces(),
            null,
            proposal.getBy(),
            reason,
            List.of(),
            Instant.EPOCH));
  }

  @SuppressWarnings("unchecked")
  private <T extends SpecificRecord> void send(String topic, T record) throws Exception {
    byte[] bytes = AvroCodec.of((Class<T>) record.getClass()).encode(record);
    kafka.send(List.of(new ProducerRecord<>(topic, bytes)));
  }
}
