package io.trunkline.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Calibration;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.archive.TinyModel;
import io.trunkline.model.evaluation.ModelDifference.LabelChange;
import io.trunkline.model.evaluation.ModelDifference.MetricChange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModelDifferenceTest {
  private final Model before = TinyModel.of(1);

  @Test
  void aModelDoesNotDifferFromItself() {
    ModelDifference same = ModelDifference.of(before, before);

    assertThat(same.tasksAdded()).isEmpty();
    assertThat(same.tasksRemoved()).isEmpty();
    assertThat(same.labels()).isEmpty();
    assertThat(same.wordsAdded()).isEmpty();
    assertThat(same.ngramsAdded()).isZero();
    assertThat(same.metrics()).containsEntry("dev.colour.accuracy", new MetricChange(0.5, 0.5));
    assertThat(same.distances()).isEqualTo(new ModelDifference.Distances(0.0, 0.0, 0.0));
  }

  @Test
  void distanceIsTheShareOfTheNormThatParametersMoved() {
    Model after =
        with(
            before.words(),
            before.ngrams(),
            scaled(before.wide().toFloats(), 1.5f),
            before.embeddings().toFloats());

    ModelDifference difference = ModelDifference.of(before, after);

    assertThat(difference.distances().wide()).isCloseTo(0.5, within(1e-6));
    assertThat(difference.distances().embeddings()).isZero();
    assertThat(difference.distances().dense()).isZero();
  }

  @Test
  void rowsAreComparedByWhatTheyStandFor() {
    // The n-gram 11 moves from row 3 to row 4, and its parameters with it; 7 comes to row 3.
    int[] ngrams = {8, 0, 0, 7, 11, 0, 0, -1};
    float[] wide = before.wide().toFloats().clone();
    System.arraycopy(before.wide().toFloats(), 6, wide, 8, 2);
    Arrays.fill(wide, 6, 8, 99);
    List<String> words = List.of("海", "sea", "sky");
    float[] embeddings = Arrays.copyOf(before.embeddings().toFloats(), 15);
    System.arraycopy(before.embeddings().toFloats(), 9, embeddings, 6, 3);
    System.arraycopy(before.embeddings().toFloats(), 6, embeddings, 12, 3);

    ModelDifference difference = ModelDifference.of(before, with(words, ngrams, wide, embeddings));

    assertThat(difference.ngramsAdded()).isOne();
    assertThat(difference.ngramsRemoved()).isZero();
    assertThat(difference.wordsAdded()).containsExactly("sea");
    assertThat(difference.wordsRemoved()).isZero();
    assertThat(difference.distances().wide()).isZero();
    assertThat(difference.distances().embeddings()).isZero();
  }

  @Test
  void otherLabelsLeaveNoCounterpartForDenseParameters() {
    Task colour = before.spec().tasks().get(0).withLabels(List.of("blue", "red", "pink"));
    Task mood = new Task("mood", TaskKind.SCORE, List.of());
    ModelSpec spec =
        new ModelSpec(List.of(colour, mood), before.spec().features(), before.spec().network());

    ModelDifference difference = ModelDifference.of(before, with(spec));

    assertThat(difference.tasksAdded()).containsExactly("mood");
    assertThat(difference.tasksRemoved()).containsExactly("size");
    assertThat(difference.labels())
        .containsExactly(Map.entry("colour", new LabelChange(List.of("pink"), List.of("grün"))));
    assertThat(difference.distances().dense()).isNull();
  }

  private Model with(ModelSpec spec) {
    Map<String, Calibration> calibration =
        spec.tasks().stream().collect(Collectors.toMap(Task::name, task -> Calibration.NONE));
    return new Model(
        spec,
        before.words(),
        before.ngrams(),
        before.wide().toFloats(),
        before.embeddings().toFloats(),
        before.dense(),
        calibration,
        before.training());
  }

  private Model with(List<String> words, int[] ngrams, float[] wide, float[] embeddings) {
    return new Model(
        before.spec(),
        words,
        ngrams,
        wide,
        embeddings,
        before.dense(),
        before.calibration(),
        before.training());
  }

  private static float[] scaled(float[] numbers, float factor) {
    float[] scaled = numbers.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }
}
