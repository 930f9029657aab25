package io.trunkline.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Calibration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IsotonicCurveTest {
  private final IsotonicCurve curve = new IsotonicCurve();

  @Test
  void theFirstHasAHitMoreAndTheLastAMissMore() {
    add(0.25, 7, 25);
    add(0.75, 20, 25);

    assertThat(curve.points())
        .containsExactly(
            new Calibration.Point(0.25, 8 / 26.0), new Calibration.Point(0.75, 20 / 26.0));
  }

  @Test
  void neighboursThatFallArePooled() {
    add(0.2, 10, 25);
    add(0.4, 5, 25);
    add(0.6, 3, 25);
    add(0.9, 25, 25);

    List<Calibration.Point> points = curve.points();

    assertThat(points).hasSize(2);
    assertThat(points.get(0).said())
        .isCloseTo((26 * 0.2 + 25 * 0.4 + 25 * 0.6) / 76, within(1e-12));
    assertThat(points.get(0).held()).isCloseTo((1 + 10 + 5 + 3) / 76.0, within(1e-12));
    assertThat(points.get(1).held()).isCloseTo(25 / 26.0, within(1e-12));
  }

  @Test
  void equalProbabilitiesAreOnePoint() {
    add(0.5, 40, 100);

    assertThat(curve.points()).hasSize(1);
    assertThat(curve.points().get(0)).isEqualTo(new Calibration.Point(0.5, 41 / 102.0));
  }

  @Test
  void fewCasesMakeNoCurve() {
    add(0.5, 0, 24);

    assertThat(curve.points()).isEmpty();
  }

  /** What is said holds with the square of it, as of a span of two tokens that go together. */
  @Test
  void theCurveThatCasesWereDrawnWithIsFound() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 40_000; i++) {
      double said = 1 - random.nextDouble();
      curve.add(said, random.nextDouble() < said * said);
    }

    Calibration calibration = Calibration.NONE.withCurve(curve.points());

    for (double said = 0.05; said < 1; said += 0.05) {
      assertThat(calibration.held(said)).isCloseTo(said * said, within(0.05));
    }
  }

  private void add(double said, int hits, int n) {
    for (int i = 0; i < n; i++) {
      curve.add(said, i < hits);
    }
  }
}
