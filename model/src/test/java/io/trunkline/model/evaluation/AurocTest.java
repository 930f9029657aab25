package io.trunkline.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AurocTest {
  @Test
  void whatIsApartIsToldApart() {
    assertThat(Auroc.of(new double[] {1, -2, 0}, new double[] {3, 2})).isEqualTo(1);
    assertThat(Auroc.of(new double[] {3, 2}, new double[] {1, -2, 0})).isZero();
  }

  @Test
  void itIsTheFractionOfPairsInOrder() {
    // 2 beats 1; 5 beats 1, 3 and 4.
    assertThat(Auroc.of(new double[] {1, 3, 4}, new double[] {2, 5})).isEqualTo(4 / 6.0);
  }

  @Test
  void equalsCountHalf() {
    assertThat(Auroc.of(new double[] {1, 1}, new double[] {1})).isEqualTo(0.5);
    assertThat(Auroc.of(new double[] {1, 2}, new double[] {2, 3})).isEqualTo(3.5 / 4);
  }
}
