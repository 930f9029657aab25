package io.trunkline.model.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.InvalidInputException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProbationTest {
  private static final double MARGIN = 0.02;
  private static final double ALPHA = 0.05;
  private static final Probation START = Probation.of(MARGIN, ALPHA);

  /**
   * By hand, with ε = 0 and losses only: nothing is staked at first; then μ = −1/2 and σ² = 2/2 −
   * 1/4, so the stake is ½ / (¾ + ¼), and so it is ever after, for it may not be more.
   */
  @Test
  void multipliesTheWealthByWhatWasStaked() {
    Probation test = Probation.of(0, ALPHA).add(0, 1);
    assertThat(test.evidence()).isEqualTo(1);

    assertThat(test.add(0, 1).evidence()).isCloseTo(1.5, within(1e-12));
    assertThat(test.add(0, 1).add(0, 1).evidence()).isCloseTo(2.25, within(1e-12));
    assertThat(test.add(0, 1).add(1, 0).logWealth()).isCloseTo(Math.log(1.5 * 0.5), within(1e-12));
  }

  @Test
  void anAlarmStays() {
    Probation test = START;
    for (int i = 0; i < 10; i++) {
      test = test.add(0, 1);
    }
    assertThat(test.isWorse()).isTrue();

    for (int i = 0; i < 1_000; i++) {
      test = test.add(1, 0);
    }
    assertThat(test.logWealth()).isLessThan(0);
    assertThat(test.isWorse()).isTrue();
  }

  @Test
  void keepsTheMeans() {
    Probation test = START.add(1, 0.5).add(0, 0.5).add(0.5, 0.5).add(0.5, 1);

    assertThat(test.corrections()).isEqualTo(4);
    assertThat(test.servingMean()).isEqualTo(0.5);
    assertThat(test.predecessorMean()).isEqualTo(0.625);
  }

  /** Worse by exactly the margin, looked at after each of 2,000 corrections. */
  @Test
  void raisesNoMoreFalseAlarmsThanItSaysHoweverOftenItIsLookedAt() {
    assertThat(alarms(0.06, 0.08, 2_000)).isLessThan(0.05 + 0.015);
    assertThat(alarms(0, 0.02, 2_000)).isLessThan(0.05 + 0.015);
    assertThat(alarms(0.4, 0.42, 2_000)).isLessThan(0.05 + 0.015);
  }

  @Test
  void aVersionThatIsAsGoodAlmostNeverRaisesIt() {
    assertThat(alarms(0.05, 0.05, 2_000)).isLessThan(0.01);
  }

  /** Of ten points: with a rate of (0.08 / 0.37)² / 2 a correction, ln 20 takes some 130. */
  @Test
  void findsADropWithinSomeHundredCorrections() {
    assertThat(alarms(0.02, 0.12, 500)).isGreaterThan(0.9);
    assertThat(alarms(0.05, 0.45, 50)).isGreaterThan(0.9);
  }

  @Test
  void refusesAMarginThatAllowsEverything() {
    assertThatThrownBy(() -> Probation.of(1, ALPHA)).isInstanceOf(InvalidInputException.class);
  }

  /** How often a test of so many corrections raises the alarm; each wins, loses, or is alike. */
  private static double alarms(double winning, double losing, int corrections) {
    SplittableRandom random = new SplittableRandom(3);
    int alarms = 0;
    for (int repeat = 0; repeat < 1_000; repeat++) {
      Probation test = START;
      for (int i = 0; i < corrections && !test.isWorse(); i++) {
        double draw = random.nextDouble();
        test = test.add(draw < winning ? 1 : 0, draw > 1 - losing ? 1 : 0);
      }
      alarms += test.isWorse() ? 1 : 0;
    }
    return alarms / 1_000.0;
  }
}
