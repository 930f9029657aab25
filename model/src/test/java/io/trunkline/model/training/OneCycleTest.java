package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OneCycleTest {
  private static final OneCycle CYCLE = new OneCycle(2, 0.2, 100);

  @Test
  void startsAtATwentyFifthPeaksAfterTheWarmUpAndEndsAtAlmostNothing() {
    assertThat(CYCLE.rate(0)).isCloseTo(2 / 25.0, within(1e-12));
    assertThat(CYCLE.rate(19)).isCloseTo(2, within(1e-12));
    assertThat(CYCLE.rate(99)).isCloseTo(2 * 1e-4 / 25, within(1e-12));
  }

  @Test
  void halfwayEachWaveIsHalfwayBetweenItsEnds() {
    assertThat(new OneCycle(2, 0.21, 100).rate(10)).isCloseTo((2 + 2 / 25.0) / 2, within(1e-12));
    assertThat(CYCLE.rate(59)).isCloseTo((2 + 2 * 1e-4 / 25) / 2, within(1e-12));
  }

  @Test
  void withoutWarmUpItStartsAtThePeak() {
    assertThat(new OneCycle(2, 0, 10).rate(0)).isCloseTo(2, within(1e-12));
  }

  @Test
  void aSingleStepHasARate() {
    assertThat(new OneCycle(2, 0.1, 1).rate(0)).isCloseTo(2, within(1e-12));
  }
}
