package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowGradientsTest {
  private static final float[] ONE = {1, 2};
  private static final float[] OTHER = {10, 20};

  @Test
  void sumsByRowInTheOrderOfFirstTouch() {
    RowGradients gradients = new RowGradients(100, 2);
    gradients.add(70, ONE, 1);
    gradients.add(3, OTHER, 1);
    gradients.add(70, OTHER, 0.5f);
    assertThat(gradients.count()).isEqualTo(2);
    assertThat(gradients.row(0)).isEqualTo(70);
    assertThat(gradients.row(1)).isEqualTo(3);
    assertThat(gradients.sum(0)).containsExactly(6, 12);
    assertThat(gradients.sum(1)).containsExactly(10, 20);
  }

  @Test
  void clearedItStartsFromZero() {
    RowGradients gradients = new RowGradients(100, 2);
    gradients.add(70, ONE, 1);
    gradients.clear();
    assertThat(gradients.count()).isZero();
    gradients.add(5, OTHER, 1);
    gradients.add(70, ONE, 1);
    assertThat(gradients.sum(0)).containsExactly(10, 20);
    assertThat(gradients.sum(1)).containsExactly(1, 2);
  }

  @Test
  void aProductIsOverTheRowsThatBothHave() {
    RowGradients one = new RowGradients(100, 6);
    RowGradients other = new RowGradients(100, 6);
    one.add(1, new float[] {1, 2, 3, 4, 5, 6}, 1);
    one.add(2, new float[] {9, 9, 9, 9, 9, 9}, 1);
    other.add(3, new float[] {9, 9, 9, 9, 9, 9}, 1);
    other.add(1, new float[] {1, 1, 1, 1, 10, 100}, 1);
    assertThat(one.product(other)).isEqualTo(660);
  }

  @Test
  void growsWithTheRowsThatAreTouched() {
    RowGradients gradients = new RowGradients(10_000, 2);
    for (int row = 0; row < 10_000; row++) {
      gradients.add(row, ONE, row);
    }
    assertThat(gradients.count()).isEqualTo(10_000);
    assertThat(gradients.sum(9_999)).containsExactly(9_999, 2 * 9_999);
  }
}
