package io.trunkline.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LabelThresholdTest {
  private final LabelThreshold threshold = new LabelThreshold();

  @Test
  void liesWhereF1IsBestDrawnToAHalfAsByTenExamples() {
    add(40, 0.3, true);
    add(100, 0.1, false);

    assertThat(threshold.choose()).isCloseTo((40 * 0.2 + 10 * 0.5) / 50, within(1e-12));
  }

  @Test
  void weighsMissedAgainstWronglyGiven() {
    add(10, 0.8, true);
    add(4, 0.6, false);
    add(10, 0.4, true);
    add(90, 0.2, false);

    // All above 0.3: 2·20 / (20 + 24) beats only those above 0.7: 2·10 / (20 + 10).
    assertThat(threshold.choose()).isCloseTo((20 * 0.3 + 10 * 0.5) / 30, within(1e-12));
  }

  @Test
  void isAHalfForALabelThatNeverHolds() {
    add(20, 0.9, false);

    assertThat(threshold.choose()).isEqualTo(0.5);
  }

  @Test
  void isAHalfWithoutData() {
    assertThat(threshold.choose()).isEqualTo(0.5);
  }

  private void add(int times, double probability, boolean holds) {
    for (int i = 0; i < times; i++) {
      threshold.add(probability, holds);
    }
  }
}
