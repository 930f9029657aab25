package io.trunkline.model.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
  /** From tables of the normal distribution. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1.2815515655, 0.1",
    "1.6448536270, 0.05",
    "1.9599639845, 0.025",
    "3.0902323062, 0.001",
    "4.7534243088, 1e-6",
    "-1.2815515655, 0.9"
  })
  void agreesWithTables(double z, double tail) {
    assertThat(Normal.above(z)).isCloseTo(tail, withinPercentage(1e-4));
    assertThat(Normal.exceededWith(tail)).isCloseTo(z, within(1e-6));
  }
}
