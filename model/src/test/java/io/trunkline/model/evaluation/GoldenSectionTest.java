package io.trunkline.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GoldenSectionTest {
  @Test
  void findsTheBottomOfAValley() {
    assertThat(GoldenSection.minimum(x -> (x - 2) * (x - 2), -5, 5)).isCloseTo(2, within(1e-3));
    assertThat(GoldenSection.minimum(Math::cosh, -1, 7)).isCloseTo(0, within(1e-3));
  }

  @Test
  void findsAnEndIfTheFunctionOnlyFalls() {
    assertThat(GoldenSection.minimum(x -> -x, 0, 1)).isCloseTo(1, within(1e-4));
  }
}
