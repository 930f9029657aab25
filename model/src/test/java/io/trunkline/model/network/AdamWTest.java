package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdamWTest {
  @Test
  void theFirstStepGoesAgainstTheSignOfTheGradientByTheRate() {
    float[] parameters = {1, 1, 1};
    new AdamW(3, 0).update(parameters, new float[] {5, -0.001f, 0}, 0, 3, 1, 0.1, 1);
    assertThat(parameters[0]).isCloseTo(0.9f, within(1e-5f));
    assertThat(parameters[1]).isCloseTo(1.1f, within(1e-5f));
    assertThat(parameters[2]).isEqualTo(1);
  }

  @Test
  void twoStepsAgreeWithTheFormulaByHand() {
    float[] parameters = {2};
    AdamW adam = new AdamW(1, 0.5);
    adam.update(parameters, new float[] {1}, 0, 1, 1, 0.1, 1);
    // θ = 2 − 0.1·0.5·2 − 0.1·(0.1/0.1)/√(0.001/0.001) = 1.8
    assertThat(parameters[0]).isCloseTo(1.8f, within(1e-6f));
    adam.update(parameters, new float[] {-3}, 0, 1, 1, 0.1, 2);
    // m = 0.9·0.1 − 0.1·3 = −0.21, /(1 − 0.81) = −1.105263
    // v = 0.999·0.001 + 0.001·9 = 0.009999, /(1 − 0.998001) = 5.002001, √ = 2.236515
    // θ = 1.8 − 0.05·1.8 + 0.1·1.105263/2.236515 = 1.759419
    assertThat(parameters[0]).isCloseTo(1.759419f, within(1e-5f));
  }

  @Test
  void decayShrinksWhateverTheGradientIs() {
    float[] parameters = {4};
    new AdamW(1, 0.25).update(parameters, new float[] {0}, 0, 1, 1, 0.2, 1);
    assertThat(parameters[0]).isCloseTo(4 * (1 - 0.2f * 0.25f), within(1e-6f));
  }

  @Test
  void gradientsAreScaledAndOnlyTheStretchChanges() {
    float[] one = {0, 0, 0, 0};
    float[] other = {0};
    new AdamW(4, 0).update(one, new float[] {9, 9, 0.5f, 9}, 2, 3, 0.25f, 0.1, 1);
    new AdamW(1, 0).update(other, new float[] {0.125f}, 0, 1, 1, 0.1, 1);
    assertThat(one).containsExactly(0, 0, other[0], 0);
    assertThat(other[0]).isNegative();
  }
}
