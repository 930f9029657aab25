package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.Calibration;
import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.LabelValue.One;
import io.trunkline.model.Model;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.network.Network;
import io.trunkline.model.network.Parameters;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.Lexicon;
import io.trunkline.model.text.TextEncoder;
import io.trunkline.model.training.Trainer.Freeze;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FurtherTrainingTest {
  private final List<String> warnings = new ArrayList<>();
  private final Trainer trainer =
      new Trainer(
          SmallTraining.epochs(4),
          new TrainingListener() {
            @Override
            public void warning(String line) {
              warnings.add(line);
            }
          });
  private Model old;

  /** A model with a task of every kind; {@code about} is open. */
  @BeforeAll
  void trainTheOldModel() {
    List<TaskChoice> tasks = new ArrayList<>();
    tasks.add(
        new TaskChoice(
            "about", null, List.of(), 1, true, 5, List.of(), new TaskChoice.Abstain(0, 0)));
    for (String name : List.of("language", "length", "marks", "things")) {
      tasks.add(TaskChoice.named(name));
    }
    old =
        new Trainer(SmallTraining.epochs(4).withTasks(tasks), TrainingListener.SILENT)
            .train(SmallTraining.everyKind(), List.of());
  }

  @Test
  void withAFrozenTrunkEverythingThatWasThereStaysBitForBit() {
    Model grown = trainer.trainFurther(old, Freeze.TRUNK, with("mood", new One("x")), List.of());

    assertThat(grown.spec().tasks().subList(0, 5)).isEqualTo(old.spec().tasks());
    assertThat(grown.spec().tasks().get(5))
        .isEqualTo(new Task("mood", TaskKind.SINGLE_LABEL, List.of("x", "y")));
    assertThat(grown.words()).isEqualTo(old.words());
    assertThat(grown.wide().toFloats()).isEqualTo(old.wide().toFloats());
    assertThat(grown.embeddings().toFloats()).isEqualTo(old.embeddings().toFloats());
    old.calibration()
        .forEach(
            (task, calibration) ->
                assertThat(grown.calibration()).containsEntry(task, calibration));
    List<float[][]> before = logits(old);
    List<float[][]> after = logits(grown);
    for (int task = 0; task < 5; task++) {
      assertThat(after.get(task)).isDeepEqualTo(before.get(task));
    }
  }

  @Test
  void aFusionHeadJoinsWithTheRestFrozen() {
    List<Example> examples = with("mood", new One("x"));
    TrainingConfig config =
        SmallTraining.epochs(2)
            .withTasks(List.of(SmallTraining.reading("mood", List.of("about", "length"))));
    Model grown =
        new Trainer(config, TrainingListener.SILENT)
            .trainFurther(old, Freeze.TRUNK, examples, List.of());

    assertThat(grown.spec().tasks().get(5).reads()).containsExactly("about", "length");
    List<float[][]> before = logits(old);
    List<float[][]> after = logits(grown);
    for (int task = 0; task < 5; task++) {
      assertThat(after.get(task)).isDeepEqualTo(before.get(task));
    }
  }

  @Test
  void aTaskThatAnotherReadsCannotGrow() {
    Task open = new Task("about", TaskKind.SINGLE_LABEL, List.of("x"), true, List.of());
    Task reader = new Task("next", TaskKind.SINGLE_LABEL, List.of("x"), false, List.of("about"));
    assertThatThrownBy(
            () ->
                TaskGrowth.of(
                    List.of(open, reader), List.of(), with("about", new One("z")), line -> {}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("task about has new labels, but cannot grow: task next reads its outputs");
  }

  @Test
  void aNewTaskWithTheLabelsOfAnOldOneDoesNotMoveItEither() {
    List<Example> examples =
        SmallTraining.EXAMPLES.stream()
            .map(e -> example(e, Map.of("tongue", value(e, "language"))))
            .toList();
    Model grown = trainer.trainFurther(old, Freeze.TRUNK, examples, examples);

    assertThat(logits(grown).get(1)).isDeepEqualTo(logits(old).get(1));
    assertThat(grown.training().metrics().get("dev.tongue.accuracy")).isGreaterThan(0.9);
    assertThat(grown.training().metrics()).doesNotContainKey("dev.language.accuracy");
  }

  @Test
  void anOpenTaskGrowsByALabelWithEnoughExamplesAndTheOthersStay() {
    Model grown =
        trainer.trainFurther(old, Freeze.TRUNK, with("about", new One("reason")), List.of());

    Task about = grown.spec().tasks().get(0);
    assertThat(about.labels()).containsExactly("person", "place", "time", "reason", "y");
    List<float[][]> before = logits(old);
    List<float[][]> after = logits(grown);
    assertThat(after.get(0)[0]).hasSize(5);
    for (int task = 1; task < 5; task++) {
      assertThat(after.get(task)).isDeepEqualTo(before.get(task));
    }
  }

  @Test
  void aLabelThatIsTooRareIsLeftOutWithAWarning() {
    warnings.clear();
    List<Example> examples = new ArrayList<>(with("mood", new One("x")));
    examples.add(new Example("", "why is it", Map.of("about", new One("reason"))));
    Model grown = trainer.trainFurther(old, Freeze.TRUNK, examples, List.of());

    assertThat(grown.spec().tasks().get(0)).isEqualTo(old.spec().tasks().get(0));
    assertThat(warnings)
        .containsExactly(
            "label reason of task about has 1 examples, expected 5 before the task grows by it:"
                + " left out");
  }

  @Test
  void aClosedTaskRefusesALabelThatItLacks() {
    assertThatThrownBy(
            () ->
                trainer.trainFurther(old, Freeze.TRUNK, with("language", new One("fr")), List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("of task language, which is closed and lacks it");
  }

  @Test
  void whatTheModelHasFixedCannotBeChosenAgain() {
    TaskChoice open =
        new TaskChoice(
            "language", null, List.of(), 1, true, 5, List.of(), new TaskChoice.Abstain(0, 0));
    Trainer choosing =
        new Trainer(SmallTraining.epochs(1).withTasks(List.of(open)), TrainingListener.SILENT);
    assertThatThrownBy(
            () -> choosing.trainFurther(old, Freeze.NONE, SmallTraining.EXAMPLES, List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("task language is in the model already, which has fixed kind,");
  }

  @Test
  void abstentionIsKeptWhereNoneIsAskedFor() {
    Map<String, Calibration> abstaining = new HashMap<>(old.calibration());
    abstaining.computeIfPresent("about", (name, before) -> before.withAbstainBelow(0.75));
    Model careful =
        new Model(
            old.spec(),
            old.words(),
            old.ngrams(),
            old.wide().toFloats(),
            old.embeddings().toFloats(),
            old.dense(),
            abstaining,
            old.training());
    Model grown =
        trainer.trainFurther(careful, Freeze.TRUNK, with("about", new One("reason")), List.of());
    Model tuned =
        trainer.trainFurther(careful, Freeze.NONE, SmallTraining.EXAMPLES, SmallTraining.EXAMPLES);

    assertThat(grown.calibration().get("about").abstainBelow()).isEqualTo(0.75);
    assertThat(tuned.calibration().get("about").abstainBelow()).isEqualTo(0.75);
  }

  @Test
  void withNothingFrozenTheTrunkLearnsAndTasksWithoutExamplesKeepTheirCalibration() {
    Model tuned = trainer.trainFurther(old, Freeze.NONE, SmallTraining.EXAMPLES, List.of());

    assertThat(tuned.spec()).isEqualTo(old.spec());
    assertThat(tuned.wide().toFloats()).isNotEqualTo(old.wide().toFloats());
    assertThat(tuned.calibration()).containsEntry("length", old.calibration().get("length"));
  }

  @Test
  void aFrozenTrunkWithNothingNewIsNothingToLearn() {
    assertThatThrownBy(
            () -> trainer.trainFurther(old, Freeze.TRUNK, SmallTraining.EXAMPLES, List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("nothing to learn: with a frozen trunk only new tasks");
  }

  /** Half of the texts have one value of the task, half the label y. */
  private static List<Example> with(String task, LabelValue value) {
    List<Example> examples = new ArrayList<>();
    for (Example e : SmallTraining.EXAMPLES) {
      LabelValue given = examples.size() % 2 == 0 ? value : new One("y");
      examples.add(example(e, Map.of(task, given)));
    }
    return examples;
  }

  private static Example example(Example like, Map<String, LabelValue> labels) {
    return new Example(like.id(), like.text(), labels);
  }

  private static LabelValue value(Example example, String task) {
    return example.labels().getOrDefault(task, new One(""));
  }

  private static List<float[][]> logits(Model model) {
    TextEncoder encoder = new TextEncoder(model.spec().features(), Lexicon.of(model));
    List<EncodedText> texts =
        SmallTraining.EXAMPLES.stream().map(Example::input).map(encoder::encode).toList();
    try (Network network = new Network(model.spec(), Parameters.of(model))) {
      return network.logits(texts);
    }
  }
}
