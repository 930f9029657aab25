package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue.One;
import io.trunkline.model.Model;
import io.trunkline.model.Precision;
import io.trunkline.model.Tagger;
import io.trunkline.model.evaluation.Evaluator;
import io.trunkline.model.serving.Taggers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FineTunerTest {
  private static final Rehearsal REHEARSAL = new Rehearsal(2, 6, 20, 0.5, 0, 100);
  private static final List<Example> FRESH = sounds();

  private Model old;

  /** A model with an open task, which remembers what it was made with. */
  @BeforeAll
  void trainTheOldModel() {
    TaskChoice open =
        new TaskChoice(
            "about", null, List.of(), 1, true, 5, List.of(), new TaskChoice.Abstain(0, 0));
    TrainingConfig config =
        SmallTraining.CONFIG.withTasks(List.of(open, TaskChoice.named("language")));
    old = new Trainer(config, TrainingListener.SILENT).train(SmallTraining.EXAMPLES, List.of());
  }

  @Test
  void aNewLabelInNewWordsIsLearntAndTheOldOnesAreKept() {
    double before = accuracy(old, SmallTraining.EXAMPLES);

    Model tuned = tuner(REHEARSAL).tune(old, FRESH, List.of());

    assertThat(tuned.spec().tasks().get(0).labels())
        .containsExactly("person", "place", "time", "sound");
    assertThat(accuracy(tuned, FRESH)).isGreaterThan(0.9);
    assertThat(accuracy(tuned, SmallTraining.EXAMPLES)).isGreaterThanOrEqualTo(before);
  }

  @Test
  void aQuantizedModelLearnsAndStaysQuantized() {
    Model tuned = tuner(REHEARSAL).tune(old.quantized(), FRESH, List.of());

    assertThat(tuned.precision()).isEqualTo(Precision.INT8);
    assertThat(accuracy(tuned, FRESH)).isGreaterThan(0.9);
    assertThat(accuracy(tuned, SmallTraining.EXAMPLES))
        .isGreaterThanOrEqualTo(accuracy(old, SmallTraining.EXAMPLES) - 0.02);
  }

  @Test
  void wordsAndNgramsGetRowsAndOldWordsKeepTheirs() {
    Model tuned = tuner(REHEARSAL).tune(old, FRESH, List.of());

    assertThat(tuned.words().subList(0, old.words().size())).isEqualTo(old.words());
    assertThat(tuned.words()).contains("klingt");
    assertThat(owned(tuned)).isGreaterThan(owned(old));
  }

  @Test
  void theSameIsTunedToTheSameBitForBit() {
    Model one = tuner(REHEARSAL).tune(old, FRESH, List.of());
    Model other = tuner(REHEARSAL).tune(old, FRESH, List.of());

    assertThat(other).usingRecursiveComparison().isEqualTo(one);
  }

  @Test
  void withoutReplayTheOldIsForgottenSooner() {
    Model forgetful =
        new Model(
            old.spec(),
            old.words(),
            old.ngrams(),
            old.wide().toFloats(),
            old.embeddings().toFloats(),
            old.dense(),
            old.calibration(),
            old.training());
    Rehearsal longer = new Rehearsal(2, 30, 150, 0.5, 0, 100);

    double without =
        accuracy(tuner(longer).tune(forgetful, FRESH, List.of()), SmallTraining.EXAMPLES);

    assertThat(without)
        .isLessThan(accuracy(tuner(longer).tune(old, FRESH, List.of()), SmallTraining.EXAMPLES));
  }

  @Test
  void nothingEndsUpFartherAwayThanPermitted() {
    Rehearsal narrow = new Rehearsal(2, 6, 20, 0.5, 0, 0.01);
    List<Example> known = SmallTraining.EXAMPLES.subList(0, 10);

    Model tuned = tuner(narrow).tune(old, known, List.of());

    assertThat(distance(old.dense(), tuned.dense()) / norm(old.dense()))
        .isCloseTo(0.01, within(1e-4));
  }

  @Test
  void theAnchorHoldsParametersBack() {
    List<Example> known = SmallTraining.EXAMPLES.subList(0, 10);
    Model free = tuner(REHEARSAL).tune(old, known, List.of());
    Model held = tuner(new Rehearsal(2, 6, 20, 0.5, 10, 100)).tune(old, known, List.of());

    assertThat(distance(old.dense(), held.dense()))
        .isLessThan(0.5 * distance(old.dense(), free.dense()));
  }

  @Test
  void whatIsGoldenIsNeverLearnt() {
    List<Example> golden = FRESH.subList(0, 12);
    Model keeping =
        new Model(
            old.spec(),
            old.words(),
            old.ngrams(),
            old.wide().toFloats(),
            old.embeddings().toFloats(),
            old.dense(),
            old.calibration(),
            old.training(),
            new Model.Memory(golden, old.memory().replay()));

    Model tuned = tuner(REHEARSAL).tune(keeping, FRESH, List.of());

    assertThat(tuned.memory().golden()).isEqualTo(golden);
    assertThat(tuned.memory().replay())
        .containsAll(FRESH.subList(12, FRESH.size()))
        .doesNotContainAnyElementsOf(golden);
    assertThat(tuner(REHEARSAL).tune(keeping, FRESH, golden).memory().replay())
        .as("nor is it replayed")
        .doesNotContainAnyElementsOf(golden);
    assertThatThrownBy(() -> tuner(REHEARSAL).tune(keeping, golden, List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("nothing to learn");
  }

  private static FineTuner tuner(Rehearsal rehearsal) {
    return new FineTuner(SmallTraining.CONFIG, rehearsal, TrainingListener.SILENT);
  }

  private static double accuracy(Model model, List<Example> examples) {
    try (Tagger tagger = Taggers.create(model)) {
      return Objects.requireNonNull(
              Evaluator.evaluate(tagger, examples, warning -> {}).tasks().get("about"))
          .headline();
    }
  }

  private static long owned(Model model) {
    return Arrays.stream(model.ngrams()).filter(owner -> owner != 0).count();
  }

  private static double norm(float[] values) {
    return distance(values, new float[values.length]);
  }

  private static double distance(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(sum);
  }

  private static List<Example> sounds() {
    List<Example> sounds = new ArrayList<>();
    for (String thing : List.of("Glocke", "Trommel", "Geige", "Orgel", "Flöte", "Harfe", "Pauke")) {
      for (String form : List.of("Wie klingt die %s?", "Klingt eine %s laut?", "%s: klingt so")) {
        String text = form.formatted(thing);
        sounds.add(new Example(text, text, Map.of("about", new One("sound"))));
      }
    }
    return List.copyOf(sounds);
  }
}
