package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StepDecayTest {
  @Test
  void fallsByItsFactorAgainAndAgain() {
    StepDecay decay = new StepDecay(2, 0.25, 0.5, 100);
    assertThat(decay.rate(0)).isEqualTo(2);
    assertThat(decay.rate(24)).isEqualTo(2);
    assertThat(decay.rate(25)).isCloseTo(1, within(1e-12));
    assertThat(decay.rate(50)).isCloseTo(0.5, within(1e-12));
    assertThat(decay.rate(99)).isCloseTo(0.25, within(1e-12));
  }
}
