package io.trunkline.model.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OutOfScopeTest {
  private static final float[] LOGITS = {(float) Math.log(9), 0, (float) Math.log(6)};

  @Test
  void energyIsTheNegativeLogarithmOfAllEvidence() {
    assertThat(OutOfScope.energy(LOGITS, 1)).isCloseTo(-Math.log(16), within(1e-6));
    assertThat(OutOfScope.energy(LOGITS, 2))
        .isCloseTo(-2 * Math.log(3 + 1 + Math.sqrt(6)), within(1e-6));
  }

  @Test
  void energyFallsWithEveryLabelsEvidenceAlike() {
    assertThat(OutOfScope.energy(new float[] {1, 1}, 1))
        .isLessThan(OutOfScope.energy(new float[] {0, 0}, 1));
  }
}
