package io.trunkline.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.archive.ModelArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Train, evaluate and tag, one after the other, as a user would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Path directory;
  private Path data;
  private Path config;
  private Path model;
  private Run trained;

  @BeforeAll
  void train(@TempDir Path temporary) throws Exception {
    directory = temporary;
    data = Pets.data(directory, "pets.jsonl");
    config = Pets.config(directory);
    model = directory.resolve("pets.model");
    trained =
        Run.of(
            "train", "--data", data, "--dev", data, "--out", model, "--config", config, "--json");
  }

  @Test
  void trainPrintsOneObjectAndWritesThatModel() throws Exception {
    JsonNode report = JSON.readTree(trained.out());

    assertThat(trained.exitCode()).isZero();
    assertThat(trained.out().lines()).hasSize(1);
    assertThat(report.path("model").textValue()).isEqualTo(ModelArchive.read(model).digest());
    assertThat(report.path("examples").intValue()).isEqualTo(24);
    assertThat(report.path("tasks")).isEqualTo(JSON.readTree("{\"language\": 2, \"pet\": 2}"));
    assertThat(report.path("metrics").path("dev.pet.accuracy").doubleValue()).isEqualTo(1);
  }

  @Test
  void trainShowsItsProgressOnStandardError() {
    assertThat(trained.err()).contains("epoch 12 of 12").contains("dev").contains("0:00 left");
  }

  @Test
  void theSameSeedGivesTheSameModelAndAnotherSeedAnother() throws Exception {
    Path again = directory.resolve("again.model");
    Path other = directory.resolve("other.model");
    String first = ModelArchive.read(model).digest();

    Run.of("train", "--data", data, "--dev", data, "--out", again, "--config", config);
    Run.of("train", "--data", data, "--dev", data, "--out", other, "--config", config, "--seed", 2);

    assertThat(ModelArchive.read(again).digest()).isEqualTo(first);
    assertThat(ModelArchive.read(other).digest()).isNotEqualTo(first);
    assertThat(ModelArchive.read(other).model().training().seed()).isEqualTo(2);
  }

  @Test
  void dataMayComeInSeveralFilesAndSettingsFromOptions() throws Exception {
    Path more = Pets.data(directory, "more.jsonl");
    Path both = directory.resolve("both.model");

    Run run =
        Run.of(
            "train",
            "--data",
            data,
            "--data",
            more,
            "--out",
            both,
            "--config",
            config,
            "--epochs",
            1);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("model ").contains("written to " + both);
    assertThat(run.err()).contains("epoch 1 of 1").doesNotContain("epoch 2");
    assertThat(ModelArchive.read(both).model().training().examples()).isEqualTo(48);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "folded"})
  void exportWritesAGraphWithAnOutputATask(String graph) throws Exception {
    Path onnx = directory.resolve(graph + ".onnx");

    Run run = Run.of("export", "--model", model, "--onnx", onnx, "--graph", graph, "--json");

    JsonNode report = JSON.readTree(run.out());
    assertThat(report.path("model").textValue()).isEqualTo(ModelArchive.read(model).digest());
    assertThat(report.path("graph").textValue()).isEqualTo(graph);
    assertThat(report.path("bytes").longValue()).isEqualTo(Files.size(onnx));
    OnnxMl.ModelProto written = OnnxMl.ModelProto.parseFrom(Files.readAllBytes(onnx));
    assertThat(written.getGraph().getInputList())
        .extracting(OnnxMl.ValueInfoProto::getName)
        .containsExactly("words", "ngrams", "ngram_weights");
    assertThat(written.getGraph().getOutputList())
        .extracting(OnnxMl.ValueInfoProto::getName)
        .containsExactly("language", "pet");
    JsonNode tasks = JSON.readTree(written.getMetadataProps(0).getValue());
    assertThat(tasks.findValuesAsText("name")).containsExactly("language", "pet");
    assertThat(tasks.path(1).path("labels")).hasSize(2);
    assertThat(tasks.path(1).path("calibration").path("temperature").doubleValue()).isPositive();
  }

  @Test
  void exportOfWhatIsNoModelWritesNothing() {
    Path onnx = directory.resolve("none.onnx");

    Run run = Run.of("export", "--model", data, "--onnx", onnx);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("trunkline: " + data).hasLineCount(1);
    assertThat(onnx).doesNotExist();
  }

  @Test
  void aFailedTrainingWritesNothing() throws Exception {
    Path broken =
        Files.writeString(directory.resolve("broken.jsonl"), "{\"text\": \"a\"}\n{\"text\": 1}\n");
    Path out = directory.resolve("none.model");

    Run run = Run.of("train", "--data", data, "--data", broken, "--out", out);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "trunkline: " + broken + ":2: \"text\" is 1, expected a string\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void anImpossibleOutputIsRefusedBeforeTraining() {
    Path out = directory.resolve("no/such/place.model");

    Run run = Run.of("train", "--data", data, "--out", out);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--out " + out).contains("no directory").doesNotContain("epoch");
  }

  @Test
  void anUnknownSettingIsRefused() throws Exception {
    Path bad = Files.writeString(directory.resolve("bad.yaml"), "epoch: 3\n");
    Path out = directory.resolve("none.model");

    Run run = Run.of("train", "--data", data, "--out", out, "--config", bad);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("trunkline: " + bad + ": unknown key epoch, expected one of");
    assertThat(out).doesNotExist();
  }

  @Test
  void evaluatePrintsOneObject() throws Exception {
    Run run = Run.of("evaluate", "--model", model, "--data", data, "--json");
    JsonNode report = JSON.readTree(run.out());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(1);
    assertThat(report.path("model").textValue()).isEqualTo(ModelArchive.read(model).digest());
    assertThat(report.path("examples").intValue()).isEqualTo(24);
    JsonNode pet = report.path("tasks").path("pet");
    assertThat(pet.path("kind").textValue()).isEqualTo("single-label");
    assertThat(pet.path("n").intValue()).isEqualTo(24);
    for (String perfect : List.of("accuracy", "macroF1", "microF1", "precision", "recall")) {
      assertThat(pet.path(perfect).doubleValue()).as(perfect).isEqualTo(1);
    }
    assertThat(pet.path("coverage").doubleValue()).isEqualTo(1);
    assertThat(pet.path("nll").doubleValue()).isBetween(0.0, Math.log(2));
    assertThat(pet.path("ece").doubleValue()).isBetween(0.0, 0.5);
    assertThat(pet.has("f1") || pet.has("mae") || pet.has("labels")).isFalse();
  }

  @Test
  void evaluatePrintsATable() {
    Run run = Run.of("evaluate", "--model", model, "--data", data);

    assertThat(run.out().lines().map(line -> List.of(line.split(" +")).stream().limit(5).toList()))
        .contains(
            List.of("task", "kind", "n", "accuracy", "macroF1"),
            List.of("pet", "single-label", "24", "1.0000", "1.0000"),
            List.of("language", "single-label", "24", "1.0000", "1.0000"));
  }

  @Test
  void severalModelsAnswerTogetherAsOneDoes() throws Exception {
    Run alone = Run.of("evaluate", "--model", model, "--data", data, "--json", "--classes");
    Run twice =
        Run.of(
            "evaluate", "--model", model, "--model", model, "--data", data, "--json", "--classes");

    assertThat(twice.exitCode()).isZero();
    assertThat(JSON.readTree(twice.out()).path("models")).hasSize(2);
    assertThat(JSON.readTree(twice.out()).path("tasks"))
        .isEqualTo(JSON.readTree(alone.out()).path("tasks"));
  }

  @Test
  void evaluateWritesAPage() throws Exception {
    Path page = directory.resolve("report.html");

    Run run = Run.of("evaluate", "--model", model, "--data", data, "--report", page);

    assertThat(run.exitCode()).isZero();
    assertThat(page).content().contains("<h2>pet</h2>").contains("<td>cat</td>");
  }

  @Test
  void aPageThatCannotBeWrittenIsRefusedAtOnce() {
    Path page = directory.resolve("no/such/report.html");

    Run run = Run.of("evaluate", "--model", model, "--data", data, "--report", page);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("trunkline: --report " + page + ": there is no directory");
  }

  @Test
  void evaluateWarnsOfTasksThatTheModelLacks() throws Exception {
    Path spans =
        Files.writeString(
            directory.resolve("spans.jsonl"),
            "{\"text\": \"the cat sleeps\", \"labels\": {\"pet\": \"cat\", \"places\": []}}\n");

    Run run = Run.of("evaluate", "--model", model, "--data", spans, "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.err()).contains("warning: task places is left out: the model lacks it");
  }

  @Test
  void aFileThatIsNoModelIsRefused() {
    for (String command : List.of("evaluate", "tag")) {
      Run run =
          command.equals("tag")
              ? Run.withInput("a\n", "tag", "--model", data)
              : Run.of("evaluate", "--model", data, "--data", data);

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err()).contains(data + " is no Trunkline model");
    }
  }

  @Test
  void tagAnswersEachLineWithALine() {
    Run run =
        Run.withInput(
            "the cat hides\n\n{\"id\": \"q7\", \"text\": \"狗玩耍\"}\n", "tag", "--model", model);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .matches("language=en [01]\\.\\d{2}\tpet=cat [01]\\.\\d{2}\tthe cat hides"),
            line -> assertThat(line).isEmpty(),
            line ->
                assertThat(line).matches("language=zh [01]\\.\\d{2}\tpet=dog [01]\\.\\d{2}\t狗玩耍"));
  }

  @Test
  void tagAnswersInJson() throws Exception {
    Run run =
        Run.withInput(
            "{\"id\": \"q7\", \"text\": \"狗玩耍\"}\nmy dog\teats", "tag", "--model", model, "--json");
    List<String> lines = run.out().lines().toList();
    JsonNode first = JSON.readTree(lines.get(0));

    assertThat(lines).hasSize(2);
    assertThat(first.path("id").textValue()).isEqualTo("q7");
    assertThat(first.path("text").textValue()).isEqualTo("狗玩耍");
    assertThat(first.path("labels").path("pet").path("label").textValue()).isEqualTo("dog");
    assertThat(first.path("labels").path("pet").path("score").doubleValue())
        .isCloseTo(0.75, within(0.25));
    assertThat(JSON.readTree(lines.get(1)).has("id")).isFalse();
    assertThat(JSON.readTree(lines.get(1)).path("text").textValue()).isEqualTo("my dog\teats");
  }

  @Test
  void tagTakesBracesForTextWhenToldTo() {
    Run run = Run.withInput("{a dog}\n", "tag", "--model", model, "--plain");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).endsWith("\t{a dog}" + System.lineSeparator());
  }

  @Test
  void tagNamesTheLineItCannotRead() {
    Run run = Run.withInput("my dog\n{\"text\"\n", "tag", "--model", model);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).endsWith("\tmy dog" + System.lineSeparator()).hasLineCount(1);
    assertThat(run.err()).startsWith("trunkline: standard input:2: malformed JSON at column");
  }

  @Test
  void everyCommandShowsExamplesInItsHelp() {
    for (String command : List.of("train", "evaluate", "tag")) {
      Run run = Run.of(command, "--help");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("Examples:").contains("trunkline " + command + " --");
    }
  }

  @Test
  void aMissingOptionIsUsage() {
    assertThat(Run.of("train", "--data", data).exitCode()).isEqualTo(2);
    assertThat(Run.of("evaluate", "--model", model).exitCode()).isEqualTo(2);
    assertThat(Run.of("tag").exitCode()).isEqualTo(2);
  }
}
