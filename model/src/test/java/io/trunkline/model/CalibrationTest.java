package io.trunkline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Calibration.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final Calibration CURVED =
      Calibration.NONE.withCurve(List.of(new Point(0.4, 0.1), new Point(0.8, 0.7)));

  @Test
  void withoutACurveWhatIsSaidHolds() {
    assertThat(Calibration.NONE.held(0.3)).isEqualTo(0.3);
  }

  @Test
  void theCurveIsStraightFromNothingThroughItsPointsAndThenLevel() {
    assertThat(CURVED.held(0)).isEqualTo(0);
    assertThat(CURVED.held(0.2)).isCloseTo(0.05, within(1e-12));
    assertThat(CURVED.held(0.4)).isCloseTo(0.1, within(1e-12));
    assertThat(CURVED.held(0.5)).isCloseTo(0.25, within(1e-12));
    assertThat(CURVED.held(0.8)).isCloseTo(0.7, within(1e-12));
    assertThat(CURVED.held(1)).isEqualTo(0.7);
  }

  @Test
  void anotherTemperatureHasNotThisCurve() {
    assertThat(CURVED.withTemperature(2).curve()).isEmpty();
    assertThat(CURVED.withAbstainBelow(0.5).curve()).isEqualTo(CURVED.curve());
  }

  @Test
  void aCurveThatFallsOrStaysIsRefused() {
    assertThatThrownBy(
            () -> Calibration.NONE.withCurve(List.of(new Point(0.5, 0.1), new Point(0.5, 0.2))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("calibration curve falls or stays: said is 0.5");
    assertThatThrownBy(
            () -> Calibration.NONE.withCurve(List.of(new Point(0.5, 0.2), new Point(0.6, 0.1))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("calibration curve falls: held is 0.1");
  }
}
