package io.trunkline.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReliabilityTest {
  private final Reliability reliability = new Reliability();

  @Test
  void theErrorIsTheBinsGapsWeightedByTheirSizes() {
    // One bin: said 0.94 and 0.96, held once. Another: said 0.50, held.
    reliability.add(0.94, true);
    reliability.add(0.96, false);
    reliability.add(0.50, true);

    assertThat(reliability.ece())
        .isCloseTo(2 / 3.0 * Math.abs(0.5 - 0.95) + 1 / 3.0 * Math.abs(1 - 0.5), within(1e-12));
    assertThat(reliability.bins()).hasSize(2);
    assertThat(reliability.bins().get(1).n()).isEqualTo(2);
    assertThat(reliability.bins().get(1).confidence()).isCloseTo(0.95, within(1e-12));
    assertThat(reliability.bins().get(1).accuracy()).isEqualTo(0.5);
  }

  @Test
  void whatHoldsAsOftenAsIsSaidHasNoError() {
    for (int i = 0; i < 4; i++) {
      reliability.add(0.75, i < 3);
    }

    assertThat(reliability.ece()).isZero();
  }

  @Test
  void aBinHasItsUpperEndAndTheFirstHasZero() {
    reliability.add(0, false);
    reliability.add(1 / 15.0, false);
    reliability.add(1, true);

    assertThat(reliability.bins()).extracting(Reliability.Bin::n).containsExactly(2, 1);
  }

  @Test
  void nothingHasNoError() {
    assertThat(reliability.ece()).isNaN();
  }
}
