package io.trunkline.cli.model;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.cli.Main;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.TaskKind;
import io.trunkline.model.training.TaskChoice;
import io.trunkline.model.training.TrainingConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingFileTest {
  private static final TrainingConfig DEFAULTS = TrainingConfig.defaults();

  @TempDir Path directory;

  @Test
  void whatIsLeftOutStaysAsItIs() throws Exception {
    assertThat(TrainingFile.read(null).over(DEFAULTS)).isEqualTo(DEFAULTS);
    assertThat(config("")).isEqualTo(DEFAULTS);
    assertThat(config("# nothing\n")).isEqualTo(DEFAULTS);
    assertThat(config("schedule: {epochs: 3}\nseed: 5000000000"))
        .isEqualTo(
            DEFAULTS.withSchedule(DEFAULTS.schedule().withEpochs(3)).withSeed(5_000_000_000L));
  }

  @Test
  void theHelpShowsTheDefaults() throws Exception {
    List<String> help =
        List.of(
            Main.commandLine()
                .getSubcommands()
                .get("train")
                .getCommandSpec()
                .usageMessage()
                .footer());
    int first =
        help.indexOf("A configuration may set any of these; what it leaves out stays as shown:");
    String shown =
        help.stream().skip(first + 1).takeWhile(line -> !line.isEmpty()).collect(joining("\n"));
    TrainingConfig others = TrainingConfig.fineTuning().withSeed(9);

    assertThat(
            TrainingFile.read(Files.writeString(directory.resolve("help.yaml"), shown))
                .over(others))
        .isEqualTo(DEFAULTS);
    assertThat(help).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void everySettingCanBeSet() throws Exception {
    TrainingConfig config =
        config(
            """
            features: {wideRows: 1024, maxNgrams: 10, maxTokens: 11, attributes: [course]}
            words: {minCount: 3, maxWords: 100}
            network: {wideSize: 4, wordSize: 5, arrangement: stacked, filters: 7,
                      kernels: {parallel: [1, 6], stacked: [5]}}
            schedule: {epochs: 8, batchSize: 9, learningRate: 0.25, shape: step, warmUp: 0.125,
                       stepEvery: 0.5, stepFactor: 0.1, patience: 4}
            dropout: {ngrams: 0.1, embeddings: 0.2, representation: 0.3}
            regularisation: {weightDecay: 0, l1: 0.01, l2: 0.02, labelSmoothing: 0.5,
                             consistency: 3, clipNorm: 2}
            balance: {weighting: pcgrad, sampling: square-root, classWeights: balanced}
            noise: {words: 0.05, characters: 0.1}
            seed: -1
            """);

    assertThat(config.toString())
        .contains("wideRows=1024, maxNgrams=10, maxTokens=11")
        .contains("course")
        .contains("minCount=3, maxWords=100")
        .contains("wideSize=4, wordSize=5, arrangement=STACKED")
        .contains("parallel=[1, 6], stacked=[5]")
        .contains("filters=7")
        .contains("epochs=8, batchSize=9, learningRate=0.25, shape=STEP, warmUp=0.125")
        .contains("stepEvery=0.5, stepFactor=0.1, patience=4")
        .contains("ngrams=0.1, embeddings=0.2, representation=0.3")
        .contains(
            "weightDecay=0.0, l1=0.01, l2=0.02, labelSmoothing=0.5, consistency=3.0, clipNorm=2.0")
        .contains("weighting=PCGRAD, sampling=SQUARE_ROOT, classWeights=BALANCED")
        .contains("words=0.05, characters=0.1")
        .contains("seed=-1");
  }

  @Test
  void tasksAreNamedWithAsMuchAsIsToBeSaid() throws Exception {
    assertThat(
            config(
                    """
                    tasks:
                      - intent
                      - {name: mood, labels: [good, bad], open: true, minExamples: 2}
                      - {name: slots, kind: spans, weight: 0.5}
                      - {name: next, reads: [intent, mood], abstain: {precision: 0.95}}
                    """)
                .tasks())
        .containsExactly(
            TaskChoice.named("intent"),
            new TaskChoice(
                "mood",
                null,
                List.of("good", "bad"),
                1,
                true,
                2,
                List.of(),
                new TaskChoice.Abstain(0, 0)),
            new TaskChoice(
                "slots",
                TaskKind.SPANS,
                List.of(),
                0.5,
                false,
                5,
                List.of(),
                new TaskChoice.Abstain(0, 0)),
            new TaskChoice(
                "next",
                null,
                List.of(),
                1,
                false,
                5,
                List.of("intent", "mood"),
                new TaskChoice.Abstain(0.95, 0)));
  }

  @Test
  void aTaskThatTheDataLacksIsNamedWithItsLine() throws Exception {
    Path file = Files.writeString(directory.resolve("c.yaml"), "seed: 1\ntasks:\n- a\n- name: b\n");
    TrainingFile settings = TrainingFile.read(file);
    TrainingConfig config = settings.over(DEFAULTS);

    settings.requireTasks(config, List.of("a", "b"));
    assertThatThrownBy(() -> settings.requireTasks(config, List.of("a", "c")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(file + ":4: task b is in no training example; there are a, c");
  }

  @Test
  void whatCannotBeChosenAnyMoreIsRefused() throws Exception {
    Path file = Files.writeString(directory.resolve("c.yaml"), "words: {minCount: 1}\n");

    assertThatThrownBy(
            () -> TrainingFile.read(file).requireAbsent(List.of("features", "words"), "it is late"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(file + ": words cannot be set, it is late");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "epoch: 3                        | unknown key epoch, expected one of tasks, features,",
        "network: {filter: 3}            | unknown key network.filter, expected one of wideSize, wordSize,",
        "schedule: {epochs: many}        | schedule.epochs is \"many\", expected a whole number",
        "schedule: {epochs: 1.5}         | schedule.epochs is 1.5, expected a whole number",
        "schedule: {epochs: -1}          | training setting schedule.epochs is -1, expected 0 or more",
        "schedule: {epochs: 99999999999} | schedule.epochs is 99999999999, expected a whole number",
        "schedule: {epochs: }            | schedule.epochs is null, expected a whole number",
        "schedule: {learningRate: fast}  | schedule.learningRate is \"fast\", expected a number",
        "schedule: {shape: round}        | schedule.shape is \"round\", expected one of one-cycle, step",
        "balance: {sampling: most}       | balance.sampling is \"most\", expected one of proportional, square-root, uniform",
        "balance: {weighting: 1}         | balance.weighting is 1, expected a word",
        "dropout: 0.5                    | dropout is 0.5, expected keys ngrams, embeddings, representation, part",
        "dropout: {ngrams: 1.5}          | dropout.ngrams is 1.5, expected 0 or more and below 1",
        "features: {wideRows: 1000}      | features.wideRows is 1000, expected a power of two",
        "features: {attributes: [1]}     | features.attributes is [1], expected a list of names",
        "features: {attributes: ['']}    | an attribute's name is '', expected 1 to 200 characters",
        "tasks: [{name: a, labels: ['']}] | a label of task a is '', expected 1 to 200 characters",
        "network: {kernels: [a]}         | network.kernels is [\"a\"], expected keys parallel, stacked",
        "network: {kernels: {stacked: [a]}} | network.kernels.stacked is [\"a\"], expected a list of whole numbers",
        "tasks: intent                   | tasks is \"intent\", expected a list of tasks",
        "tasks: [7]                      | an entry of tasks is 7, expected a name, or {name: NAME",
        "tasks: [{labels: [a]}]          | an entry of tasks is {\"labels\":[\"a\"]}, expected a name, or {name: NAME",
        "tasks: [{name: a, label: [b]}]  | unknown key tasks.label, expected one of name, kind, labels",
        "tasks: [{name: a, kind: noun}]  | tasks.kind is \"noun\", expected one of single-label, multi-label, spans, score",
        "tasks: [{name: a, open: 1}]     | tasks.open is 1, expected true or false",
        "tasks: [{name: a, abstain: {precision: 0.9, coverage: 0.9}}] | expected one of the two",
        "tasks: [a, a]                   | training setting tasks is [a, a], expected each task once",
        "[1, 2]                          | all of it is [1,2], expected keys tasks, features,",
        "epochs: [                       | not YAML",
      })
  void whatIsWrongIsOneLineThatNamesTheFile(String yaml, String reason) {
    assertThatThrownBy(() -> config(yaml))
        .isInstanceOf(InvalidInputException.class)
        .message()
        .contains(directory.resolve("c.yaml").toString())
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
    return TrainingFile.read(Files.writeString(directory.resolve("c.yaml"), yaml)).over(DEFAULTS);
  }
}
