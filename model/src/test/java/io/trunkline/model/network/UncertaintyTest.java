package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UncertaintyTest {
  private static final List<Task> TASKS =
      List.of(
          new Task("type", TaskKind.SINGLE_LABEL, List.of("a", "b")),
          new Task("mark", TaskKind.SCORE, List.of()));

  @Test
  void atFirstLabelsCountOnceAndAScoreHalf() {
    Uncertainty uncertainty = new Uncertainty(TASKS);
    assertThat(uncertainty.factor(0)).isEqualTo(1);
    assertThat(uncertainty.factor(1)).isEqualTo(0.5);
  }

  /** ∂/∂s (e⁻ˢ 3 + 2·s/2) = −3 + 1 < 0 at s = 0, so that Adam's first step raises s by the rate. */
  @Test
  void aLossAboveOneHalfATextRaisesTheVariance() {
    Uncertainty uncertainty = new Uncertainty(TASKS);
    uncertainty.learn(0, 3, 2, 0.5f, 0.1);
    assertThat(uncertainty.factor(0)).isCloseTo(Math.exp(-0.1), within(1e-6));
    assertThat(uncertainty.offset(0)).isCloseTo(0.05, within(1e-6));
    assertThat(uncertainty.factor(1)).isEqualTo(0.5);
  }

  /** e⁻ˢ L + s/2 and ½ e⁻ˢ L + s/2 are least where the factor of L is 1/(2L). */
  @Test
  void theFactorTendsToOneOverTwiceTheMeanLoss() {
    Uncertainty uncertainty = new Uncertainty(TASKS);
    for (int i = 0; i < 3_000; i++) {
      uncertainty.learn(0, 4 * 2.5, 4, 0.25f, 0.01);
      uncertainty.learn(1, 4 * 0.2, 4, 0.25f, 0.01);
    }
    assertThat(uncertainty.factor(0)).isCloseTo(1 / 5.0, within(1e-3));
    assertThat(uncertainty.factor(1)).isCloseTo(1 / 0.4, within(1e-2));
  }

  @Test
  void theLossIsTheWeightedSumPlusTheLogOfTheDeviationForEachText() {
    TaskFactors factors =
        new TaskFactors(
            TASKS, new LearnerSettings.TaskWeights(TaskWeighting.UNCERTAINTY, Map.of(), Map.of()));
    TaskLoss loss = new TaskLoss(3, 2, new float[0]);
    factors.learn(List.of(loss, new TaskLoss(0, 0, new float[0])), 0.5f, 0.1);
    assertThat(factors.weighted(0, loss)).isCloseTo(3 * Math.exp(-0.1) + 2 * 0.05, within(1e-5));
  }

  @Test
  void givenFactorsMultiplyTheLoss() {
    TaskFactors factors =
        new TaskFactors(
            TASKS,
            new LearnerSettings.TaskWeights(TaskWeighting.FIXED, Map.of("mark", 0.25), Map.of()));
    assertThat(factors.weighted(0, new TaskLoss(3, 2, new float[0]))).isEqualTo(3);
    assertThat(factors.weighted(1, new TaskLoss(3, 2, new float[0]))).isEqualTo(0.75);
  }
}
