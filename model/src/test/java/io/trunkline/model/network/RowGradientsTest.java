package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RowGradientsTest {
  private static final float[] VECTORS = {1, 2, 10, 20};

  @Test
  void sumsByRowInTheOrderOfFirstTouch() {
    RowGradients gradients = new RowGradients(100, 2);
    gradients.add(70, VECTORS, 0, 1);
    gradients.add(3, VECTORS, 2, 1);
    gradients.add(70, VECTORS, 2, 0.5f);
    assertThat(gradients.count()).isEqualTo(2);
    assertThat(gradients.row(0)).isEqualTo(70);
    assertThat(gradients.row(1)).isEqualTo(3);
    assertThat(Arrays.copyOf(gradients.sums(), 4)).containsExactly(6, 12, 10, 20);
  }

  @Test
  void clearedItStartsFromZero() {
    RowGradients gradients = new RowGradients(100, 2);
    gradients.add(70, VECTORS, 0, 1);
    gradients.clear();
    assertThat(gradients.count()).isZero();
    gradients.add(5, VECTORS, 2, 1);
    gradients.add(70, VECTORS, 0, 1);
    assertThat(Arrays.copyOf(gradients.sums(), 4)).containsExactly(10, 20, 1, 2);
  }

  @Test
  void growsWithTheRowsThatAreTouched() {
    RowGradients gradients = new RowGradients(10_000, 2);
    for (int row = 0; row < 10_000; row++) {
      gradients.add(row, VECTORS, 0, row);
    }
    assertThat(gradients.count()).isEqualTo(10_000);
    assertThat(gradients.sums()[2 * 9_999 + 1]).isEqualTo(2 * 9_999);
  }
}
