package io.trunkline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteTableTest {
  private static final int WIDTH = 7;

  @Test
  void numbersOfARowAreMultiplesOfItsScale() {
    ByteTable table = Table.of(new float[] {127, -127, 3, 0, -0.4f, 0.6f}, 3).quantized();

    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.precision()).isEqualTo(Precision.INT8);
    assertThat(table.numbers()).containsExactly(127, -127, 3, 0, -85, 127);
    assertThat(table.scales()[0]).isEqualTo(1);
    assertThat(table.scales()[1]).isCloseTo(0.6f / 127, within(1e-6f));
    assertThat(table.toFloats()).startsWith(127, -127, 3, 0);
  }

  @ParameterizedTest
  @ValueSource(floats = {1, 1e-3f, 1e30f, 1e-36f})
  void noNumberIsOffByMoreThanHalfAScale(float size) {
    float[] numbers = numbers(100, size);

    ByteTable table = Table.of(numbers, WIDTH).quantized();

    float[] read = table.toFloats();
    for (int i = 0; i < numbers.length; i++) {
      float half = table.scales()[i / WIDTH] / 2;
      assertThat(read[i]).isCloseTo(numbers[i], within(1.0001f * half));
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {1, 1e-3f, 1e30f, 1e-36f})
  void whatIsRoundedIsRoundedToItself(float size) {
    ByteTable table = Table.of(numbers(10_000, size), WIDTH).quantized();

    ByteTable again = Table.of(table.toFloats(), WIDTH).quantized();

    assertThat(again.numbers()).isEqualTo(table.numbers());
    assertThat(again.scales()).isEqualTo(table.scales());
  }

  @Test
  void rowsOfNothingAndOfAlmostNothingAreRead() {
    ByteTable table =
        Table.of(new float[] {0, 0, Float.MIN_VALUE, -Float.MIN_VALUE}, 2).quantized();

    assertThat(table.toFloats()[0]).isZero();
    assertThat(table.toFloats()[1]).isZero();
    assertThat(table.toFloats()[2]).isCloseTo(0, within(1e-40f));
  }

  private static float[] numbers(int rows, float size) {
    SplittableRandom random = new SplittableRandom(1);
    float[] numbers = new float[rows * WIDTH];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = size * (float) random.nextDouble(-1, 1);
    }
    return numbers;
  }
}
