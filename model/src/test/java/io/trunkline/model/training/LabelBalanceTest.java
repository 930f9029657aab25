package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.network.LabelledText;
import io.trunkline.model.network.Target;
import io.trunkline.model.text.EncodedText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabelBalanceTest {
  @Test
  void aLabelWeighsTheInverseRootOfItsCountAndATextOneOnAverage() {
    float[] weights = LabelBalance.weights(new long[] {16, 4, 0});
    // (16 + 4) / (4 + 2) = 10/3, over 4 and over 2.
    assertThat(weights).containsExactly(new float[] {10 / 12f, 10 / 6f, 1}, within(1e-6f));
    assertThat((16 * weights[0] + 4 * weights[1]) / 20).isCloseTo(1, within(1e-6f));
  }

  @Test
  void everyKindIsCountedByWhatItsHeadPutsOut() {
    List<Task> tasks =
        List.of(
            new Task("one", TaskKind.SINGLE_LABEL, List.of("a", "b")),
            new Task("several", TaskKind.MULTI_LABEL, List.of("a", "b")),
            new Task("spans", TaskKind.SPANS, List.of("a")),
            new Task("score", TaskKind.SCORE, List.of()));
    Map<String, float[]> weights =
        LabelBalance.weights(
            tasks,
            List.of(
                text(
                    new Target.OneClass(1),
                    new Target.SeveralClasses(new boolean[] {true, true}),
                    new Target.Tags(new int[] {0, 1, 2, 2}),
                    new Target.Number(1)),
                text(
                    new Target.OneClass(1),
                    new Target.SeveralClasses(new boolean[] {true, false}),
                    null,
                    null)));

    assertThat(weights).containsOnlyKeys("one", "several", "spans");
    assertThat(weights.get("one")).isEqualTo(LabelBalance.weights(new long[] {0, 2}));
    assertThat(weights.get("several")).isEqualTo(LabelBalance.weights(new long[] {2, 1}));
    assertThat(weights.get("spans")).isEqualTo(LabelBalance.weights(new long[] {1, 1, 2}));
  }

  private static LabelledText text(@Nullable Target... targets) {
    return new LabelledText(
        new EncodedText(new int[] {1}, new int[] {0}, new int[] {0}), Arrays.asList(targets));
  }
}
