package io.trunkline.model.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerShiftTest {
  private static final Map<String, Integer> AT_GATE = Map.of("a", 50, "b", 30, "new", 20);

  /** From tables of the χ² distribution, where it matters. */
  @ParameterizedTest
  @CsvSource({"10.828, 1, 0.001", "13.816, 2, 0.001", "18.467, 4, 0.001", "59.703, 30, 0.001"})
  void theTailAgreesWithTables(double x, int degrees, double tail) {
    assertThat(AnswerShift.tail(x, degrees)).isCloseTo(tail, withinPercentage(20));
  }

  @Test
  void theSameLabelsAreNoAlarm() {
    AnswerShift shift = AnswerShift.of(AT_GATE, Map.of("a", 500, "b", 300, "new", 200));

    assertThat(shift.distance()).isZero();
    assertThat(shift.answers()).isEqualTo(1000);
    assertThat(shift.alarm()).isFalse();
  }

  @Test
  void aNewLabelThatTheCandidateGaveAtTheGateIsNoAlarm() {
    assertThat(AnswerShift.of(AT_GATE, Map.of("a", 45, "b", 30, "new", 25)).alarm()).isFalse();
  }

  @Test
  void labelsThatChangePlacesAreOne() {
    AnswerShift shift = AnswerShift.of(AT_GATE, Map.of("a", 20, "b", 30, "new", 50));

    assertThat(shift.distance()).isCloseTo(0.3, within(1e-12));
    // G = 4 (50 ln 50/35 + 20 ln 20/35) = 26.6 with two degrees of freedom: exp(−13.3) = 1.7e-6.
    assertThat(shift.pValue()).isBetween(1e-6, 1e-5);
    assertThat(shift.alarm()).isTrue();
  }

  @Test
  void aLabelNeverGivenAtTheGateIsOneIfMuchIsGivenIt() {
    assertThat(AnswerShift.of(AT_GATE, Map.of("a", 30, "b", 20, "other", 50)).alarm()).isTrue();
    assertThat(AnswerShift.of(AT_GATE, Map.of("a", 50, "b", 30, "new", 15, "other", 5)).alarm())
        .isFalse();
  }

  @Test
  void aSmallShiftIsNoneHoweverSureItIs() {
    AnswerShift shift =
        AnswerShift.of(Map.of("a", 50_000, "b", 50_000), Map.of("a", 40_000, "b", 60_000));

    assertThat(shift.pValue()).isLessThan(1e-9);
    assertThat(shift.alarm()).isFalse();
  }

  @Test
  void fewAnswersAreNone() {
    assertThat(AnswerShift.of(AT_GATE, Map.of("new", 4)).alarm()).isFalse();
    assertThat(AnswerShift.of(AT_GATE, Map.of()).alarm()).isFalse();
    assertThat(AnswerShift.of(Map.of(), AT_GATE).alarm()).isFalse();
  }
}
