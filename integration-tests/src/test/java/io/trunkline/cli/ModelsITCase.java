package io.trunkline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.Example;
import io.trunkline.model.LabelValue.One;
import io.trunkline.model.Model;
import io.trunkline.model.archive.DirectoryModelStore;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.learning.Round;
import io.trunkline.model.learning.RoundArchive;
import io.trunkline.model.learning.RoundSettings;
import io.trunkline.model.learning.RoundTrainer;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.TinyModels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The life of a pipeline's models where nobody but people announces them. */
@Timeout(180)
@ExtendWith(KafkaExtension.class)
final class ModelsITCase {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;
  private Path pipeline;
  private Path store;

  @BeforeEach
  void describePipeline(KafkaTopics kafka) throws IOException {
    String prefix = "m" + UUID.randomUUID().toString().substring(0, 8);
    pipeline = directory.resolve("pipeline.yaml");
    store = directory.resolve("models");
    Files.writeString(
        pipeline,
        """
        kafka: {bootstrap.servers: '%1$s'}
        questions: {topic: %2$s-questions}
        labels: {topic: '%2$s-labels.{task}'}
        deadLetters: {topic: %2$s-dead-letters}
        models: {topic: %2$s-models, statusTopic: %2$s-model-status}
        checkpointing: {directory: checkpoints}
        """
            .formatted(kafka.bootstrapServers(), prefix));
    CommandLineRun.of("topics", "create", "--pipeline", pipeline);
  }

  @Test
  void aModelIsShownByItsGenerationOrDigest() throws IOException {
    String digest = publish(TinyModels.of(1));

    JsonNode card = JSON.readTree(models("show", 0, "--json").out());
    assertThat(card.path("digest").textValue()).isEqualTo(digest);
    assertThat(card.at("/generations/0/generation").intValue()).isZero();
    assertThat(card.path("tasks"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"name": "intent", "kind": "single-label", "labels": 3, "open": false, "reads": []},
                 {"name": "subject", "kind": "single-label", "labels": 3, "open": false, "reads": []}]
                """));
    assertThat(models("show", digest.substring(0, 10)).out())
        .contains("model      " + digest)
        .contains("task       intent, single-label, 3 labels");
    CommandLineRun nobody = models("show", "xyz");
    assertThat(nobody.exitCode()).isEqualTo(2);
    assertThat(nobody.err().lines()).hasSize(1);
  }

  @Test
  void twoModelsAreCompared() throws IOException {
    publish(TinyModels.of(1));
    publish(TinyModels.of(2));

    JsonNode other = JSON.readTree(models("diff", 0, 1, "--json").out());
    assertThat(other.path("labels").isEmpty()).isTrue();
    assertThat(other.at("/distances/dense").doubleValue()).isPositive();
    JsonNode same = JSON.readTree(models("diff", 1, 1, "--json").out());
    assertThat(same.at("/distances/wide").doubleValue()).isZero();
  }

  @Test
  void aModelIsPromotedAndRolledBackUnderNewGenerations() throws IOException {
    String first = publish(TinyModels.of(1));
    String second = publish(TinyModels.of(2));

    CommandLineRun back = models("rollback");
    assertThat(back.exitCode()).as(back.err()).isZero();
    assertThat(back.out().strip())
        .isEqualTo(
            "announced %s as generation 2: learning is not enabled, so that no job decides"
                .formatted(first));
    JsonNode promoted = JSON.readTree(models("promote", second.substring(0, 9), "--json").out());
    assertThat(promoted.path("verdict").textValue()).isEqualTo("ANNOUNCED");
    assertThat(promoted.path("generation").intValue()).isEqualTo(3);
    assertThat(models("rollback", "--to", 0).out()).startsWith("announced " + first);
    assertThat(models("list").out().lines().map(line -> line.split("\t")[1]))
        .containsExactly(first, second, first, second, first);
  }

  @Test
  void aModelThatIsNotStoredIsNotPromoted() throws IOException {
    String first = publish(TinyModels.of(1));
    publish(TinyModels.of(2));
    Files.delete(store.resolve(first + ".model"));

    CommandLineRun back = models("rollback");

    assertThat(back.exitCode()).isEqualTo(2);
    assertThat(back.err().lines()).hasSize(1);
    assertThat(models("list").out().lines()).hasSize(2);
  }

  @Test
  void verifyFindsWhatIsMissingOrDamaged() throws IOException {
    String missing = publish(TinyModels.of(1));
    String damaged = publish(TinyModels.of(2));
    String sound = publish(TinyModels.of(3));
    assertThat(models("verify").exitCode()).isZero();
    Files.delete(store.resolve(missing + ".model"));
    Path file = store.resolve(damaged + ".model");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    CommandLineRun all = models("verify");

    assertThat(all.exitCode()).isEqualTo(1);
    assertThat(all.out().lines())
        .hasSize(3)
        .contains("model " + sound + " is sound")
        .contains("model " + missing + ": not in the store, but announced as generation 0")
        .anySatisfy(
            line -> assertThat(line).startsWith("model " + damaged + ": ").contains("damaged"));
    assertThat(models("verify", sound).exitCode()).isZero();
  }

  @Test
  void aRoundRunAgainGivesTheSameDigest() throws IOException {
    String parent = publish(TinyModels.of(1));
    Round round = round(parent);
    String roundDigest = storeRound(round);
    Model child = RoundTrainer.run(TinyModels.of(1), round, roundDigest, () -> {});
    String digest = publish(child);

    CommandLineRun again = models("rebuild", 1);

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out().strip())
        .isEqualTo("equal: round %s of %s gives %s".formatted(roundDigest, parent, digest));
    assertThat(models("show", 1).out()).contains("parent     " + parent, roundDigest);
    CommandLineRun none = models("rebuild", 0);
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("no round of learning made model " + parent);
  }

  @Test
  void aModelThatItsRoundDoesNotGiveIsToldApart() throws IOException {
    String parent = publish(TinyModels.of(1));
    Round round = round(parent);
    String digest = storeRound(round);
    Model other = RoundTrainer.run(TinyModels.of(2), round, digest, () -> {});
    publish(other);
    Path kept = directory.resolve("again.model");

    CommandLineRun again = models("rebuild", 1, "--out", kept, "--json");

    assertThat(again.exitCode()).isEqualTo(1);
    JsonNode result = JSON.readTree(again.out());
    assertThat(result.path("equal").booleanValue()).isFalse();
    assertThat(ModelArchive.read(kept).digest()).isEqualTo(result.path("rebuilt").textValue());
  }

  @Test
  void pruneKeepsWhatIsNeeded() throws IOException {
    String gone = publish(TinyModels.of(1));
    String checkpointed = publish(TinyModels.of(2));
    String parent = publish(TinyModels.of(3));
    Round round = round(parent);
    String roundDigest = storeRound(round);
    String unusedRound = storeRound(round(gone));
    String serves = publish(RoundTrainer.run(TinyModels.of(3), round, roundDigest, () -> {}));
    Path checkpoint = Files.createDirectories(directory.resolve("checkpoints/job/chk-1"));
    Files.writeString(checkpoint.resolve("_metadata"), "\0@" + checkpointed + "\0");
    assertThat(models("prune", "--keep", 1).out()).as("all is young").contains("deleted 0 of 6");
    makeOld(store);
    makeOld(store.resolve("rounds"));

    CommandLineRun dry = models("prune", "--keep", 1, "--dry-run");
    assertThat(dry.out()).contains("would delete 2 of 6 archives");
    assertThat(new DirectoryModelStore(store).list()).hasSize(4);

    CommandLineRun pruned = models("prune", "--keep", 1);

    assertThat(pruned.exitCode()).as(pruned.err()).isZero();
    assertThat(pruned.out().lines())
        .contains(
            "kept model " + serves + ": serves",
            "kept model " + parent + ": parent of " + serves,
            "kept model " + checkpointed + ": named by a checkpoint",
            "kept round " + roundDigest + ": made " + serves,
            "deleted model " + gone,
            "deleted round " + unusedRound);
    assertThat(new DirectoryModelStore(store).list())
        .containsExactlyInAnyOrder(serves, parent, checkpointed);
    assertThat(models("rebuild", 3).exitCode()).isZero();
  }

  private CommandLineRun models(Object... arguments) {
    return CommandLineRun.of(
        Stream.of(Stream.of("models"), Stream.of(arguments), Stream.of("--pipeline", pipeline))
            .flatMap(part -> part)
            .toArray());
  }

  private String publish(Model model) throws IOException {
    Path file = directory.resolve("to-publish.model");
    String digest = ModelArchive.write(model, file);
    CommandLineRun published = models("publish", file);
    assertThat(published.exitCode()).as(published.err()).isZero();
    return digest;
  }

  private static Round round(String parent) {
    Example fresh =
        new Example("q1", "tell me about prime numbers", Map.of("intent", new One("explain")));
    return new Round(parent, RoundSettings.defaults(), 1, List.of(fresh), List.of());
  }

  private String storeRound(Round round) throws IOException {
    Path file = directory.resolve("round");
    String digest = RoundArchive.write(round, file);
    try (InputStream in = Files.newInputStream(file)) {
      new DirectoryModelStore(store.resolve("rounds")).put(digest, in);
    }
    return digest;
  }

  private static void makeOld(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
      }
    }
  }
}
