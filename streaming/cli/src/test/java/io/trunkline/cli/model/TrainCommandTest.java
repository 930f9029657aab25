package io.trunkline.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.ByteTable;
import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Model;
import io.trunkline.model.Task;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.training.TrainingConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Training further, task by task, and from word vectors. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Path directory;
  private Path data;
  private Path config;
  private Path model;

  @BeforeAll
  void train(@TempDir Path temporary) throws Exception {
    directory = temporary;
    data = Pets.data(directory, "pets.jsonl");
    config = Pets.config(directory);
    model = directory.resolve("pets.model");
    Run run = Run.of("train", "--data", data, "--out", model, "--config", config, "--epochs", 1);
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aTaskJoinsAModel() throws Exception {
    Path out = directory.resolve("more.model");

    Run run =
        Run.of(
            "train",
            "--from",
            model,
            "--freeze",
            "trunk",
            "--data",
            moods(),
            "--out",
            out,
            "--epochs",
            2,
            "--json");

    assertThat(run.exitCode()).isZero();
    JsonNode report = JSON.readTree(run.out());
    assertThat(report.path("kinds"))
        .isEqualTo(
            JSON.readTree(
                "{\"language\": \"single-label\", \"pet\": \"single-label\","
                    + " \"mood\": \"score\"}"));
    Model grown = ModelArchive.read(out).model();
    assertThat(grown.spec().tasks())
        .extracting(Task::name)
        .containsExactly("language", "pet", "mood");
    assertThat(grown.wide().toFloats())
        .isEqualTo(ModelArchive.read(model).model().wide().toFloats());
  }

  @Test
  void aQuantizedModelKeepsItsTrunkAndItsPrecision() throws Exception {
    Path small = directory.resolve("small.model");
    Path out = directory.resolve("small-more.model");

    Run quantize = Run.of("quantize", "--model", model, "--out", small, "--json");
    Run train =
        Run.of(
            "train",
            "--from",
            small,
            "--freeze",
            "trunk",
            "--data",
            moods(),
            "--out",
            out,
            "--epochs",
            1);

    assertThat(quantize.exitCode()).isZero();
    assertThat(train.exitCode()).isZero();
    JsonNode report = JSON.readTree(quantize.out());
    assertThat(report.path("bytes").asLong()).isEqualTo(Files.size(model));
    assertThat(report.path("quantized").path("bytes").asLong()).isEqualTo(Files.size(small));
    assertThat(report.path("quantized").path("model").asText())
        .isEqualTo(ModelArchive.read(small).digest());
    ByteTable parent = (ByteTable) ModelArchive.read(small).model().wide();
    ByteTable child = (ByteTable) ModelArchive.read(out).model().wide();
    assertThat(child.numbers()).isEqualTo(parent.numbers());
    assertThat(child.scales()).isEqualTo(parent.scales());
  }

  @Test
  void whatCannotBeQuantizedIsSaidInALine() {
    Path missing = directory.resolve("missing.model");

    Run run = Run.of("quantize", "--model", missing, "--out", directory.resolve("x.model"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("there is no model file").hasLineCount(1);
  }

  @Test
  void eachTaskGetsAModelOfItsOwn() throws Exception {
    Path out = directory.resolve("apart.model");

    Run run = trainApart(out);

    assertThat(run.exitCode()).isZero();
    assertThat(out).doesNotExist();
    JsonNode models = JSON.readTree(run.out()).path("models");
    for (String task : List.of("language", "pet")) {
      Path file = directory.resolve("apart-" + task + ".model");
      assertThat(models.path(task).path("file").textValue()).isEqualTo(file.toString());
      assertThat(models.path(task).path("model").textValue())
          .isEqualTo(ModelArchive.read(file).digest());
      assertThat(ModelArchive.read(file).model().spec().tasks())
          .extracting(Task::name)
          .containsExactly(task);
    }
  }

  @Test
  void apartATaskWithoutLabelsIsLeftOut() throws Exception {
    Run run = trainApart(directory.resolve("some.model"), "--data", emptyLists());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("warning: task names is left out: no training example has a label of it");
    assertThat(JSON.readTree(run.out()).path("models").fieldNames())
        .toIterable()
        .containsExactly("language", "pet");
  }

  @Test
  void apartThereMustBeATaskToLearn() throws Exception {
    Path out = directory.resolve("no.model");

    Run run = Run.of("train", "--data", emptyLists(), "--out", out, "--tasks-apart");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines())
        .containsExactly(
            "warning: task names is left out: no training example has a label of it",
            "trunkline: nothing to learn: no training example has a value for a task");
  }

  @Test
  void apartATaskMayHaveItsLabelsFromTheConfiguration() {
    List<Example> train =
        List.of(new Example("1", "a cat", Map.of("names", new LabelValue.Several(List.of()))));
    List<String> warnings = new ArrayList<>();

    TrainingConfig settings =
        TrainingFile.of("c.yaml", "tasks: [{name: names, kind: spans, labels: [cat]}]")
            .over(TrainingConfig.defaults());

    assertThat(TasksApart.tasks(settings, train, warnings::add)).containsExactly("names");
    assertThat(warnings).isEmpty();
  }

  @Test
  void apartDevIsEmptyOnlyWhereItWas() {
    LabelValue dog = new LabelValue.One("dog");
    LabelValue english = new LabelValue.One("en");
    List<Example> dev =
        List.of(
            new Example("1", "my dog", Map.of("pet", dog, "language", english)),
            new Example("2", "the end", Map.of("language", english)));

    assertThat(TasksApart.dev(dev, "pet"))
        .containsExactly(new Example("1", "my dog", Map.of("pet", dog)));
    assertThat(TasksApart.dev(dev, "names"))
        .containsExactly(
            new Example("1", "my dog", Map.of()), new Example("2", "the end", Map.of()));
    assertThat(TasksApart.dev(List.of(), "pet")).isEmpty();
  }

  @Test
  void embeddingsStartFromVectors() throws Exception {
    Path out = directory.resolve("vectors.model");
    Path vectors =
        Files.writeString(
            directory.resolve("vectors.txt"), "1 8\ncat 900 900 900 900 900 900 900 900\n");

    Run run =
        Run.of(
            "train",
            "--data",
            data,
            "--out",
            out,
            "--config",
            config,
            "--epochs",
            1,
            "--vectors",
            vectors);

    assertThat(run.exitCode()).isZero();
    Model trained = ModelArchive.read(out).model();
    int row = 2 + trained.words().indexOf("cat");
    assertThat(trained.embeddings().toFloats()[8 * row]).isGreaterThan(800);
  }

  @Test
  void vectorsOfTheWrongWidthAreRefusedByLine() throws Exception {
    Path out = directory.resolve("none.model");
    Path vectors = Files.writeString(directory.resolve("narrow.txt"), "cat 1 2\n");

    Run run =
        Run.of("train", "--data", data, "--out", out, "--config", config, "--vectors", vectors);

    assertRefused(run, vectors + ":1: word vectors of 2 numbers, expected a word and 8", out);
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() throws Exception {
    Path out = directory.resolve("none.model");

    assertRefused(
        Run.of("train", "--data", data, "--out", out, "--freeze", "none"),
        "--freeze says what to keep of --from MODEL: give it",
        out);
    assertRefused(
        Run.of("train", "--from", model, "--data", data, "--out", out, "--vectors", data),
        "--vectors cannot be used with --from",
        out);
    assertRefused(
        Run.of("train", "--from", model, "--data", data, "--out", out, "--tasks-apart"),
        "--tasks-apart cannot be used with --from",
        out);
    assertRefused(
        Run.of("train", "--from", model, "--data", data, "--out", out, "--config", config),
        config + ": features cannot be set, --from keeps those of the model",
        out);
  }

  @Test
  void aTaskOfTwoKindsIsRefusedByLine() throws Exception {
    Path out = directory.resolve("none.model");
    Path spans =
        Files.writeString(
            directory.resolve("spans.jsonl"),
            "{\"text\": \"cat\", \"labels\": {\"pet\":"
                + " [{\"start\": 0, \"end\": 3, \"label\": \"cat\"}]}}\n");

    assertRefused(
        Run.of("train", "--data", data, "--data", spans, "--out", out),
        spans + ":1: task pet has a spans value, but a single-label value at " + data + ":1",
        out);
  }

  private Run trainApart(Path out, Object... more) {
    Stream<Object> usual =
        Stream.of("train", "--data", data, "--out", out, "--config", config, "--epochs", 1);
    Stream<Object> apart = Stream.concat(Stream.of("--tasks-apart", "--json"), Stream.of(more));
    return Run.of(Stream.concat(usual, apart).toArray());
  }

  private Path emptyLists() throws Exception {
    return Files.writeString(
        directory.resolve("empty-lists.jsonl"),
        "{\"text\": \"the cat sleeps\", \"labels\": {\"names\": []}}\n");
  }

  private Path moods() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      lines
          .append("{\"text\": \"the cat sleeps %d\", ".formatted(i))
          .append("\"labels\": {\"mood\": %d}}\n".formatted(i));
    }
    return Files.writeString(directory.resolve("moods.jsonl"), lines.toString());
  }

  private static void assertRefused(Run run, String reason, Path out) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("trunkline: ").contains(reason).hasLineCount(1);
    assertThat(out).doesNotExist();
  }
}
