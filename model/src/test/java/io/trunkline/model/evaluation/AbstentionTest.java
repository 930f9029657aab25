package io.trunkline.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Calibration;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.evaluation.Abstention.Goal;
import io.trunkline.model.evaluation.RiskCoverage.Point;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbstentionTest {
  private static final List<Point> CURVE =
      List.of(
          new Point(0.9, 0.25, 0),
          new Point(0.8, 0.5, 0.5),
          new Point(0.6, 0.75, 1 / 3.0),
          new Point(0.5, 1, 0.5));

  @Test
  void aPrecisionIsReachedWithAsManyAnswersAsCanBe() {
    assertThat(threshold(Goal.PRECISION, 0.6)).isCloseTo(0.55, within(1e-12));
    assertThat(threshold(Goal.PRECISION, 0.9)).isCloseTo(0.85, within(1e-12));
    assertThat(threshold(Goal.PRECISION, 0.5)).isZero();
  }

  @Test
  void aPrecisionThatNoneReachesLeavesNothing() {
    List<Point> alwaysWrong = List.of(new Point(0.9, 0.5, 1), new Point(0.8, 1, 1));

    assertThat(new Abstention(Goal.PRECISION, 0.5).threshold(alwaysWrong))
        .isEqualTo(Calibration.ABSTAIN_ALWAYS);
  }

  @Test
  void aCoverageIsReachedWithTheSurestAnswers() {
    assertThat(threshold(Goal.COVERAGE, 0.5)).isCloseTo(0.7, within(1e-12));
    assertThat(threshold(Goal.COVERAGE, 0.51)).isCloseTo(0.55, within(1e-12));
    assertThat(threshold(Goal.COVERAGE, 1)).isZero();
  }

  @Test
  void whoeverWantsNothingNeverAbstains() {
    assertThat(Abstention.NEVER.threshold(CURVE)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1.5, Double.NaN})
  void whatCannotBeWantedIsRefused(double wanted) {
    assertThatThrownBy(() -> new Abstention(Goal.COVERAGE, wanted))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("the coverage wanted by abstaining is ");
  }

  private static double threshold(Goal goal, double wanted) {
    return new Abstention(goal, wanted).threshold(CURVE);
  }
}
