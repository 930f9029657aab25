package io.trunkline.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.training.TrainingConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingFileTest {
  private static final List<Example> EXAMPLES =
      List.of(example("intent", "b"), example("intent", "a"), example("mood", "good"));

  @TempDir Path directory;

  @Test
  void whatIsLeftOutStaysAsItIs() throws Exception {
    TrainingConfig defaults = TrainingConfig.defaults();

    assertThat(config("")).isEqualTo(defaults);
    assertThat(config("# nothing\n")).isEqualTo(defaults);
    assertThat(config("epochs: 3\nseed: 5000000000"))
        .isEqualTo(defaults.withEpochs(3).withSeed(5_000_000_000L));
  }

  @Test
  void everySettingCanBeSet() throws Exception {
    TrainingConfig config =
        config(
            """
            features: {wideRows: 1024, maxNgrams: 10, maxTokens: 11}
            words: {minCount: 3, maxWords: 100}
            network: {wideSize: 4, wordSize: 5, kernels: [1, 6], filters: 7}
            epochs: 8
            batchSize: 9
            learningRate: 0.25
            warmUp: 0.125
            weightDecay: 0
            labelSmoothing: 0.5
            dropout: {ngrams: 0.1, embeddings: 0.2, representation: 0.3}
            seed: -1
            """);

    assertThat(config.toString().replaceAll("tasks=\\[], ", ""))
        .contains("wideRows=1024, maxNgrams=10, maxTokens=11")
        .contains("minCount=3, maxWords=100")
        .contains("wideSize=4, wordSize=5, kernels=[1, 6], filters=7")
        .contains("epochs=8, batchSize=9, learningRate=0.25, warmUp=0.125, weightDecay=0.0")
        .contains("labelSmoothing=0.5")
        .contains("ngrams=0.1, embeddings=0.2, representation=0.3")
        .contains("seed=-1");
  }

  @Test
  void tasksMayBeNamedWithOrWithoutTheirLabels() throws Exception {
    assertThat(config("tasks: [intent, {name: mood, labels: [good, bad]}]").tasks())
        .containsExactly(
            new Task("intent", TaskKind.SINGLE_LABEL, List.of("a", "b")),
            new Task("mood", TaskKind.SINGLE_LABEL, List.of("good", "bad")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "epoch: 3                        | unknown key epoch, expected one of tasks, features,",
        "network: {filter: 3}            | unknown key network.filter, expected one of wideSize, wordSize, kernels, filters",
        "epochs: many                    | epochs is \"many\", expected a whole number",
        "epochs: 1.5                     | epochs is 1.5, expected a whole number",
        "epochs: -1                      | training setting epochs is -1, expected 0 or more",
        "epochs: 99999999999             | epochs is 99999999999, expected a whole number",
        "epochs:                         | epochs is null, expected a whole number",
        "learningRate: fast              | learningRate is \"fast\", expected a number",
        "dropout: 0.5                    | dropout is 0.5, expected keys ngrams, embeddings, representation",
        "dropout: {ngrams: 1.5}          | dropout.ngrams is 1.5, expected 0 or more and below 1",
        "features: {wideRows: 1000}      | features.wideRows is 1000, expected a power of two",
        "network: {kernels: [a]}         | network.kernels is [\"a\"], expected a list of whole numbers",
        "tasks: intent                   | tasks is \"intent\", expected a list of tasks",
        "tasks: [7]                      | an entry of tasks is 7, expected a name, or {name: NAME",
        "tasks: [{name: a}]              | an entry of tasks is {\"name\":\"a\"}, expected a name, or {name: NAME",
        "tasks: [{name: a, label: [b]}]  | an entry of tasks is",
        "tasks: [colour]                 | names task colour, but no training example has a label for it",
        "tasks: [{name: a, labels: [x, x]}] | task a lists a label twice",
        "[1, 2]                          | all of it is [1,2], expected keys tasks, features,",
        "epochs: [                       | not YAML",
      })
  void whatIsWrongIsOneLineThatNamesTheFile(String yaml, String reason) {
    assertThatThrownBy(() -> config(yaml))
        .isInstanceOf(InvalidInputException.class)
        .message()
        .contains(reason)
        .doesNotContain("\n");
  }

  @Test
  void aMissingFileIsSaidToBeMissing() {
    Path none = directory.resolve("none.yaml");

    assertThatThrownBy(() -> TrainingFile.read(none))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("there is no configuration " + none);
  }

  private TrainingConfig config(String yaml) throws Exception {
    return TrainingFile.read(Files.writeString(directory.resolve("c.yaml"), yaml)).config(EXAMPLES);
  }

  private static Example example(String task, String label) {
    return new Example("", "text", Map.of(task, new LabelValue.One(label)));
  }
}
