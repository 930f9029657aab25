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

    assertThat(counts.macroF1()).isEqualTo(1);
    assertThat(counts.microF1()).isEqualTo(1);
  }

  @Test
  void whatIsAlwaysWrongScoresZero() {
    add("a", "b");
    add("b", "a");

    assertThat(counts.macroF1()).isZero();
    assertThat(counts.microF1()).isZero();
  }

  @Test
  void macroFiguresAreMeansOverLabels() {
    add("a", "a");
    add("a", "a");
    add("a", "b");
    add("b", "b");
    add("c", "a");

    double f1OfA = harmonicMean(2 / 3.0, 2 / 3.0);
    double f1OfB = harmonicMean(1 / 2.0, 1);
    assertThat(counts.macroF1()).isCloseTo((f1OfA + f1OfB + 0) / 3, within(1e-15));
    assertThat(counts.macroPrecision()).isCloseTo((2 / 3.0 + 1 / 2.0 + 0) / 3, within(1e-15));
    assertThat(counts.macroRecall()).isCloseTo((2 / 3.0 + 1 + 0) / 3, within(1e-15));
  }

  @Test
  void aRareLabelWeighsAsMuchAsAFrequentOneInTheMacroFigure() {
    for (int i = 0; i < 99; i++) {
      add("frequent", "frequent");
    }
    add("rare", "frequent");

    assertThat(counts.macroF1()).isCloseTo(harmonicMean(0.99, 1) / 2, within(1e-15));
  }

  @Test
  void aLabelThatIsGivenButNeverRightCountsZero() {
    add("a", "a");
    add("a", "z");

    assertThat(counts.macroF1()).isCloseTo((harmonicMean(1, 0.5) + 0) / 2, within(1e-15));
  }

  @Test
  void microFiguresCountAllLabelsTogether() {
    add("a", "a");
    counts.right("b");
    counts.right("b");
    counts.given("c");

    assertThat(counts.microPrecision()).isEqualTo(1 / 2.0);
    assertThat(counts.microRecall()).isEqualTo(1 / 3.0);
    assertThat(counts.microF1()).isCloseTo(harmonicMean(1 / 2.0, 1 / 3.0), within(1e-15));
  }

  @Test
  void nothingToTellIsToldPerfectly() {
    assertThat(counts.microPrecision()).isEqualTo(1);
    assertThat(counts.microRecall()).isEqualTo(1);
    assertThat(counts.macroF1()).isNaN();
  }

  @Test
  void eachLabelHasItsOwnFigures() {
    add("a", "a");
    add("b", "a");
    add("b", "c");

    assertThat(counts.labels())
        .containsExactly(
            new LabelScore("b", 0, 0, 0, 2, 0),
            new LabelScore("a", 0.5, 1, 2 / 3.0, 1, 2),
            new LabelScore("c", 0, 0, 0, 0, 1));
  }

  private void add(String right, String given) {
    counts.right(right);
    counts.given(given);
    if (right.equals(given)) {
      counts.hit(right);
    }
  }

  private static double harmonicMean(double precision, double recall) {
    return 2 * precision * recall / (precision + recall);
  }
}
