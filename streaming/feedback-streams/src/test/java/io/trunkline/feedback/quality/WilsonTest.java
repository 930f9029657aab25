package io.trunkline.feedback.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WilsonTest {
  private static final double Z = 1.959963984540054;

  /** Its ends are the shares that lie just z standard errors, by their own variance, from p. */
  @ParameterizedTest
  @CsvSource({"1, 2", "3, 10", "81, 263", "999, 1000", "50, 100"})
  void itsEndsSolveTheScoreEquation(long correct, long judged) {
    Wilson interval = Wilson.of(correct, judged);
    double p = (double) correct / judged;

    for (double end : new double[] {interval.low(), interval.high()}) {
      assertThat(Math.abs(p - end) / Math.sqrt(end * (1 - end) / judged))
          .isCloseTo(Z, within(1e-9));
    }
    assertThat(interval.low()).isLessThan(p);
    assertThat(interval.high()).isGreaterThan(p);
  }

  /**
   * Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I, method 3.
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void isThePublishedOne(long correct, long judged, double low, double high) {
    Wilson interval = Wilson.of(correct, judged);

    assertThat(interval.low()).isCloseTo(low, within(5e-5));
    assertThat(interval.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void staysWithinBounds() {
    assertThat(Wilson.of(0, 5).low()).isZero();
    assertThat(Wilson.of(5, 5).high()).isEqualTo(1);
  }
}
