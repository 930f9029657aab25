package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.Calibration;
import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.LabelValue.One;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private final Recorder recorder = new Recorder();

  @Test
  void theSameSeedAndExamplesGiveTheSameParametersBitForBit() {
    TrainingConfig config = SmallTraining.epochs(3);
    Model one = train(config, SmallTraining.EXAMPLES);
    Model other = train(config, SmallTraining.EXAMPLES);
    assertThat(other.words()).isEqualTo(one.words());
    assertThat(other.wide().toFloats()).isEqualTo(one.wide().toFloats());
    assertThat(other.embeddings().toFloats()).isEqualTo(one.embeddings().toFloats());
    assertThat(other.dense()).isEqualTo(one.dense());
    assertThat(other.training()).isEqualTo(one.training());
  }

  @Test
  void anotherSeedGivesOtherParameters() {
    TrainingConfig config = SmallTraining.epochs(1);
    assertThat(train(config.withSeed(2), SmallTraining.EXAMPLES).dense())
        .isNotEqualTo(train(config, SmallTraining.EXAMPLES).dense());
  }

  @Test
  void tasksLearnFromExamplesThatOtherTasksAreNotLabelledOn() {
    List<Example> examples = new ArrayList<>();
    for (Example example : SmallTraining.EXAMPLES) {
      example.labels().forEach((task, value) -> examples.add(example(example.text(), task, value)));
    }
    new Trainer(SmallTraining.CONFIG, recorder).train(examples, SmallTraining.EXAMPLES);
    assertThat(recorder.bestAccuracy("about")).isGreaterThan(0.95);
    assertThat(recorder.bestAccuracy("language")).isGreaterThan(0.95);
  }

  @Test
  void metricsAreThoseOfTheEpochThatWasKept() {
    Model model =
        new Trainer(SmallTraining.CONFIG, recorder)
            .train(SmallTraining.EXAMPLES, SmallTraining.EXAMPLES);
    assertThat(recorder.accuracies).hasSize(SmallTraining.CONFIG.schedule().epochs());
    Map<String, Double> metrics = model.training().metrics();
    double kept = (metrics.get("dev.about.accuracy") + metrics.get("dev.language.accuracy")) / 2;
    List<Double> means = recorder.accuracies.stream().map(Recorder::mean).toList();
    double best = Collections.max(means);
    double error = Math.sqrt(best * (1 - best) / SmallTraining.EXAMPLES.size());
    double last =
        means.stream().filter(mean -> mean >= best - error).reduce((a, b) -> b).orElseThrow();
    assertThat(kept).isEqualTo(last);
    assertThat(metrics)
        .containsKeys("dev.about.macroF1", "dev.language.macroF1")
        .doesNotContainKey("dev.about.nll");
    assertThat(model.training().examples()).isEqualTo(SmallTraining.EXAMPLES.size());
    assertThat(model.training().dataDigest()).isEqualTo(DataDigest.of(SmallTraining.EXAMPLES));
  }

  @Test
  void everyKindOfTaskIsLearntInOneModel() {
    List<Example> examples = SmallTraining.everyKind();
    Model model = new Trainer(SmallTraining.epochs(20), recorder).train(examples, examples);

    assertThat(model.spec().tasks())
        .containsExactly(
            new Task("about", TaskKind.SINGLE_LABEL, List.of("person", "place", "time")),
            new Task("language", TaskKind.SINGLE_LABEL, List.of("en", "zh")),
            new Task("length", TaskKind.SCORE, List.of()),
            new Task("marks", TaskKind.SPANS, List.of("mark")),
            new Task("things", TaskKind.MULTI_LABEL, List.of("long", "short")));
    Map<String, Double> metrics = model.training().metrics();
    assertThat(metrics.get("dev.about.accuracy")).isGreaterThan(0.95);
    assertThat(metrics.get("dev.marks.f1")).isGreaterThan(0.95);
    assertThat(metrics.get("dev.things.microF1")).isGreaterThan(0.95);
    assertThat(metrics.get("dev.length.skill")).isGreaterThan(0.5);
    assertThat(model.calibration()).hasSize(5);
    assertThat(model.calibration().get("things").thresholds()).hasSize(2);
    assertThat(model.calibration().get("length").deviation()).isGreaterThan(1);
  }

  @Test
  void aFusionHeadIsTrainedWithTheTasksItReads() {
    List<TaskChoice> tasks = new ArrayList<>();
    tasks.add(TaskChoice.named("about"));
    tasks.add(TaskChoice.named("language"));
    tasks.add(SmallTraining.reading("things", List.of("about", "language")));
    Model model =
        new Trainer(SmallTraining.epochs(20).withTasks(tasks), recorder)
            .train(SmallTraining.everyKind(), SmallTraining.everyKind());

    assertThat(model.spec().tasks().get(2).reads()).containsExactly("about", "language");
    // Texts are long in English and short in Chinese but for a few: what it reads tells most.
    assertThat(model.training().metrics().get("dev.things.microF1")).isGreaterThan(0.8);
  }

  @Test
  void trainingStopsWhereDevNoLongerImproves() {
    Schedule schedule = SmallTraining.CONFIG.schedule();
    Schedule patient =
        new Schedule(50, schedule.batchSize(), 2e-2, Schedule.Shape.STEP, 0, 0.3, 0.3, 2);
    new Trainer(SmallTraining.CONFIG.withSchedule(patient), recorder)
        .train(SmallTraining.EXAMPLES, SmallTraining.EXAMPLES);

    int epochs = recorder.accuracies.size();
    double best = Recorder.mean(recorder.accuracies.get(epochs - 3));
    assertThat(epochs).isLessThan(50);
    assertThat(recorder.accuracies.subList(epochs - 2, epochs))
        .allSatisfy(later -> assertThat(Recorder.mean(later)).isLessThanOrEqualTo(best));
  }

  @Test
  void wordsStartFromTheirVectors() {
    float[] vector = new float[8];
    vector[3] = 500;
    Model model =
        new Trainer(SmallTraining.epochs(1), recorder)
            .train(SmallTraining.EXAMPLES, List.of(), Map.of("river", vector, "absent", vector));

    int row = 2 + model.words().indexOf("river");
    assertThat(row).isGreaterThan(1);
    assertThat(model.embeddings().toFloats()[8 * row + 3]).isGreaterThan(400);
    assertThat(model.embeddings().toFloats()[8 + 3]).isBetween(-1f, 1f);
  }

  @Test
  void everyBatchIsHeardOf() {
    train(SmallTraining.epochs(2), SmallTraining.EXAMPLES);
    int perEpoch = recorder.batches.size() / 2;
    assertThat(recorder.batches.get(0)).isEqualTo("1/2 1/" + perEpoch);
    assertThat(recorder.batches.get(2 * perEpoch - 1))
        .isEqualTo("2/2 " + perEpoch + "/" + perEpoch);
  }

  @Test
  void oneExampleIsEnough() {
    Model model = train(SmallTraining.epochs(1), SmallTraining.EXAMPLES.subList(0, 1));
    assertThat(model.training().metrics()).isEmpty();
    assertThat(model.dense()).doesNotContain(Float.NaN);
  }

  @Test
  void aTaskWithOneLabelIsTrainedAndWarnedAbout() {
    Model model =
        train(
            SmallTraining.epochs(1),
            List.of(
                example("where is it", "language", new One("en")),
                example("who is it", "language", new One("en"))));
    assertThat(model.spec().tasks())
        .containsExactly(new Task("language", TaskKind.SINGLE_LABEL, List.of("en")));
    assertThat(recorder.warnings)
        .containsExactly("task language has one label only, en, and will give it to every text");
    assertThat(model.dense()).doesNotContain(Float.NaN);
  }

  @Test
  void aDevLabelThatTrainLacksIsAWarningAndCountsAsWrong() {
    List<Example> dev =
        List.of(
            example("where is the river", "about", new One("place")),
            example("why is the river", "about", new One("reason")));
    new Trainer(SmallTraining.CONFIG, recorder).train(SmallTraining.EXAMPLES, dev);
    assertThat(recorder.warnings)
        .containsExactly(
            "dev has label reason of task about, which train lacks: it counts as wrong",
            "dev has no example of task language: its scores are not calibrated");
    assertThat(recorder.bestAccuracy("about")).isEqualTo(0.5);
  }

  @Test
  void whatOnlyDevHasIsLeftOutWithAWarning() {
    List<Example> dev = new ArrayList<>(SmallTraining.EXAMPLES);
    dev.add(example("where is it", "moods", new One("good")));
    new Trainer(SmallTraining.epochs(1), recorder).train(SmallTraining.EXAMPLES, dev);
    assertThat(recorder.warnings)
        .containsExactly("dev has task moods, which train lacks: left out");
  }

  @Test
  void abstentionThatDevCannotDecideIsAWarning() {
    TaskChoice.Abstain precise = new TaskChoice.Abstain(0.9, 0);
    List<TaskChoice> tasks = List.of(abstaining("about", precise), abstaining("language", precise));
    List<Example> dev = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      dev.add(example("where is the river", "about", new One(i % 2 == 0 ? "time" : "person")));
    }
    Model model =
        new Trainer(SmallTraining.epochs(1).withTasks(tasks), recorder)
            .train(SmallTraining.EXAMPLES, dev);
    assertThat(recorder.warnings)
        .containsExactly(
            "task about will abstain from every answer: none on dev is as precise as asked for",
            "dev has no example of task language: its scores are not calibrated, and when to"
                + " abstain is not chosen");
    assertThat(model.calibration().get("about").abstainBelow())
        .isEqualTo(Calibration.ABSTAIN_ALWAYS);
  }

  @Test
  void anAttributeThatNoTextHasIsAWarning() {
    TrainingConfig config = SmallTraining.epochs(1);
    TrainingConfig reading =
        new TrainingConfig(
            config.tasks(),
            new ModelSpec.Features(1 << 10, 128, 16, List.of("sorce")),
            config.words(),
            config.network(),
            config.schedule(),
            config.dropout(),
            config.regularisation(),
            config.balance(),
            config.noise(),
            config.memory(),
            1);
    train(reading, SmallTraining.EXAMPLES);
    assertThat(recorder.warnings).containsExactly("no training example has the attribute sorce");
  }

  @Test
  void aTrainingThatComesApartStopsAtOnce() {
    TrainingConfig config =
        SmallTraining.CONFIG.withSchedule(
            new Schedule(50, 8, 1e30, Schedule.Shape.ONE_CYCLE, 0, 0.3, 0.3, 0));
    assertThatThrownBy(() -> train(config, SmallTraining.EXAMPLES))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("the loss is ")
        .hasMessageEndingWith("expected a number: try a lower schedule.learningRate");
    assertThat(recorder.accuracies).hasSizeLessThan(50);
  }

  @Test
  void nothingToLearnIsBadInput() {
    for (List<Example> examples :
        List.of(
            List.<Example>of(),
            List.of(new Example("", "text", Map.of())),
            List.of(example("text", "tags", new LabelValue.Several(List.of()))))) {
      assertThatThrownBy(() -> train(SmallTraining.CONFIG, examples))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("nothing to learn: no training example has a value for a task");
    }
  }

  @Test
  void aLabelOutsideTheConfiguredOnesIsBadInput() {
    TrainingConfig config =
        SmallTraining.CONFIG.withTasks(
            List.of(
                new TaskChoice(
                    "language",
                    null,
                    List.of("en", "fr"),
                    1,
                    false,
                    5,
                    List.of(),
                    new TaskChoice.Abstain(0, 0))));
    assertThatThrownBy(
            () -> train(config, List.of(new Example("e7", "x", Map.of("language", new One("zh"))))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "training example e7 has label zh of task language, which is not among its labels");
  }

  @Test
  void oddTextsDoNoHarm() {
    List<Example> examples = new ArrayList<>(SmallTraining.EXAMPLES);
    for (String text : List.of("", " ", "\u200B", "🎉🎉", "?!", "word ".repeat(10_000), "\u0000")) {
      examples.add(example(text, "language", new One("en")));
    }
    Model model = train(SmallTraining.epochs(2), examples);
    assertThat(model.wide().toFloats()).doesNotContain(Float.NaN);
    assertThat(model.embeddings().toFloats()).doesNotContain(Float.NaN);
    assertThat(model.dense()).doesNotContain(Float.NaN);
  }

  @Test
  void rowsOfNgramsThatWereNeverSeenAreZero() {
    TrainingConfig config = SmallTraining.epochs(1);
    int width = config.network().wideSize();
    Model model = train(config, List.of(example("a", "language", new One("en"))));
    int used = 0;
    for (int row = 0; row < model.spec().features().wideRows(); row++) {
      boolean zero = true;
      for (int i = 0; i < width; i++) {
        zero &= model.wide().toFloats()[row * width + i] == 0;
      }
      used += zero ? 0 : 1;
    }
    // The token, two pairs with the marks, its form between the marks, three stretches of <a>.
    assertThat(used).isEqualTo(7);
  }

  private Model train(TrainingConfig config, List<Example> examples) {
    return new Trainer(config, recorder).train(examples, List.of());
  }

  private static TaskChoice abstaining(String task, TaskChoice.Abstain abstain) {
    return new TaskChoice(task, null, List.of(), 1, false, 5, List.of(), abstain);
  }

  private static Example example(String text, String task, LabelValue value) {
    return new Example("", text, Map.of(task, value));
  }

  private static final class Recorder implements TrainingListener {
    final List<String> warnings = new ArrayList<>();
    final List<String> batches = new ArrayList<>();
    final List<Map<String, Double>> accuracies = new ArrayList<>();

    static double mean(Map<String, Double> accuracy) {
      return accuracy.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    double bestAccuracy(String task) {
      return accuracies.stream().mapToDouble(a -> a.getOrDefault(task, 0.0)).max().orElseThrow();
    }

    @Override
    public void batchDone(int epoch, int epochs, int batch, int batchesOfEpoch) {
      batches.add(epoch + "/" + epochs + " " + batch + "/" + batchesOfEpoch);
    }

    @Override
    public void epochDone(int epoch, double loss, Map<String, Double> dev) {
      accuracies.add(dev);
    }

    @Override
    public void warning(String line) {
      warnings.add(line);
    }
  }
}
