package io.trunkline.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.evaluation.RiskCoverage.Point;
import org.junit.jupiter.api.Test;

class RiskCoverageTest {
  private final RiskCoverage answers = new RiskCoverage();

  @Test
  void theCurveGoesFromTheSurestAnswerToAll() {
    answers.add(0.5, false, true);
    answers.add(0.9, true, false);
    answers.add(0.7, true, false);
    answers.add(0.8, false, false);

    assertThat(answers.curve())
        .containsExactly(
            new Point(0.9, 0.25, 0),
            new Point(0.8, 0.5, 0.5),
            new Point(0.7, 0.75, 1 / 3.0),
            new Point(0.5, 1, 0.5));
    assertThat(answers.aurc()).isCloseTo((0 + 0.5 + 1 / 3.0 + 0.5) / 4, within(1e-12));
  }

  @Test
  void coverageAndAccuracyAreOfWhatWasNotAbstainedFrom() {
    answers.add(0.5, false, true);
    answers.add(0.9, true, false);
    answers.add(0.7, true, false);
    answers.add(0.8, false, false);

    assertThat(answers.accuracy()).isEqualTo(0.5);
    assertThat(answers.coverage()).isEqualTo(0.75);
    assertThat(answers.selectiveAccuracy()).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void equalConfidencesCountAlikeInAnyOrder() {
    answers.add(0.6, true, false);
    answers.add(0.6, false, false);
    answers.add(0.6, true, false);
    answers.add(0.6, true, false);

    assertThat(answers.curve()).containsExactly(new Point(0.6, 1, 0.25));
    assertThat(answers.aurc()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void aPerfectOrderIsAsGoodAsTheErrorsAllow() {
    answers.add(0.9, true, false);
    answers.add(0.1, false, false);

    assertThat(answers.aurc()).isCloseTo((0 + 0.5) / 2, within(1e-12));
  }
}
