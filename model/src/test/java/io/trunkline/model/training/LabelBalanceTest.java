package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelBalanceTest {
  @Test
  void aLabelWeighsTheInverseRootOfItsCountAndATextOneOnAverage() {
    double[] weights = LabelBalance.weights(new long[] {16, 4, 0});
    // (16 + 4) / (4 + 2) = 10/3, over 4 and over 2.
    assertThat(weights).containsExactly(new double[] {10 / 12.0, 10 / 6.0, 1}, within(1e-12));
    assertThat((16 * weights[0] + 4 * weights[1]) / 20).isCloseTo(1, within(1e-12));
  }

  @Test
  void labelsAreCountedInTheOrderOfTheTask() {
    Task task = new Task("t", TaskKind.MULTI_LABEL, List.of("b", "a"));
    List<Example> examples =
        List.of(
            new Example("", "x", Map.of("t", new LabelValue.Several(List.of("a", "b")))),
            new Example("", "x", Map.of("t", new LabelValue.Several(List.of("a")))),
            new Example("", "x", Map.of("other", new LabelValue.One("a"))));
    assertThat(LabelBalance.weights(task, examples))
        .containsExactly(LabelBalance.weights(new long[] {1, 2}));
  }
}
