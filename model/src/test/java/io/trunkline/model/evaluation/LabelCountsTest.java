package io.trunkline.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LabelCountsTest {
  private final LabelCounts counts = new LabelCounts();

  @Test
  void whatIsAlwaysRightScoresOne() {
    add("a", "a");
    add("b", "b");

    assertThat(counts.n()).isEqualTo(2);
    assertThat(counts.accuracy()).isEqualTo(1);
    assertThat(counts.macroF1()).isEqualTo(1);
  }

  @Test
  void whatIsAlwaysWrongScoresZero() {
    add("a", "b");
    add("b", "a");

    assertThat(counts.accuracy()).isZero();
    assertThat(counts.macroF1()).isZero();
  }

  @Test
  void macroF1IsTheMeanOfEachLabelsHarmonicMeanOfPrecisionAndRecall() {
    add("a", "a");
    add("a", "a");
    add("a", "b");
    add("b", "b");
    add("c", "a");

    double f1OfA = harmonicMean(2 / 3.0, 2 / 3.0);
    double f1OfB = harmonicMean(1 / 2.0, 1);
    assertThat(counts.accuracy()).isEqualTo(3 / 5.0);
    assertThat(counts.macroF1()).isCloseTo((f1OfA + f1OfB + 0) / 3, within(1e-15));
  }

  @Test
  void aRareLabelWeighsAsMuchAsAFrequentOne() {
    for (int i = 0; i < 99; i++) {
      add("frequent", "frequent");
    }
    add("rare", "frequent");

    assertThat(counts.accuracy()).isEqualTo(0.99);
    assertThat(counts.macroF1()).isCloseTo(harmonicMean(0.99, 1) / 2, within(1e-15));
  }

  @Test
  void aLabelThatIsGivenButNeverRightCountsZero() {
    add("a", "a");
    add("a", "z");

    assertThat(counts.macroF1()).isCloseTo((harmonicMean(1, 0.5) + 0) / 2, within(1e-15));
  }

  private void add(String right, String given) {
    counts.add(right, given);
  }

  private static double harmonicMean(double precision, double recall) {
    return 2 * precision * recall / (precision + recall);
  }
}
