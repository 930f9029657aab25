package io.trunkline.model.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldOutTest {
  @Test
  void holdsTheShareAskedFor() {
    double held = IntStream.range(0, 20_000).filter(i -> HoldOut.holds("text " + i, 0.1)).count();

    // Three standard deviations of a binomial share.
    assertThat(held / 20_000).isCloseTo(0.1, within(3 * Math.sqrt(0.09 / 20_000)));
    assertThat(IntStream.range(0, 1000).filter(i -> HoldOut.holds("text " + i, 0))).isEmpty();
  }

  @Test
  void textsThatDifferOnlyInCaseOrWidthFallOnOneSide() {
    for (int i = 0; i < 200; i++) {
      assertThat(HoldOut.holds("ＴＥＸＴ " + i, 0.5)).isEqualTo(HoldOut.holds("text " + i, 0.5));
    }
  }
}
