package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.network.Parameters;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BestEpochTest {
  private final BestEpoch best = new BestEpoch(1_000);

  @Test
  void keepsTheHighestMeanOverTasks() {
    best.offer(parameters(1), Map.of("a", 0.9, "b", 0.1));
    best.offer(parameters(2), Map.of("a", 0.6, "b", 0.6));
    best.offer(parameters(3), Map.of("a", 0.8, "b", 0.3));
    assertThat(best.parameters().wide()).containsExactly(2);
  }

  @Test
  void keepsTheLastWithinAStandardErrorOfTheHighest() {
    // √(0.6 · 0.4 / 1000) = 0.0155
    assertThat(kept(0.6, 0.585, 0.584)).isEqualTo(2);
    assertThat(kept(0.5, 0.49, 0.6, 0.5)).isEqualTo(3);
  }

  @Test
  void withoutDevKeepsTheLast() {
    best.offer(parameters(1), Map.of());
    best.offer(parameters(2), Map.of());
    assertThat(best.parameters().wide()).containsExactly(2);
    assertThat(best.epochsSince()).isZero();
  }

  @Test
  void countsTheEpochsSinceTheBest() {
    best.offer(parameters(1), Map.of("a", -3.0));
    best.offer(parameters(2), Map.of("a", -4.0));
    best.offer(parameters(3), Map.of("a", -3.0));
    assertThat(best.epochsSince()).isEqualTo(2);
    best.offer(parameters(4), Map.of("a", -2.0));
    assertThat(best.epochsSince()).isZero();
  }

  @Test
  void whatIsKeptDoesNotChangeAsTrainingGoesOn() {
    Parameters current = parameters(1);
    best.offer(current, Map.of("a", 0.5));
    current.wide()[0] = 7;
    assertThat(best.parameters().wide()).containsExactly(1);
  }

  /** Which epoch is kept of those with these figures; the first is 1. */
  private static float kept(double... figures) {
    BestEpoch epochs = new BestEpoch(1_000);
    for (int i = 0; i < figures.length; i++) {
      epochs.offer(parameters(i + 1), Map.of("a", figures[i]));
    }
    return epochs.parameters().wide()[0];
  }

  private static Parameters parameters(float value) {
    return new Parameters(new float[] {value}, new float[] {value}, new float[] {value});
  }
}
