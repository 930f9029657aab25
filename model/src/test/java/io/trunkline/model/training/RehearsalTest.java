package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final Rehearsal REHEARSAL = new Rehearsal(1, 12, 800, 0.3, 0, 1);

  @Test
  void aLargeSliceIsReadTwelveTimes() {
    assertThat(REHEARSAL.headSteps(100)).isEqualTo(100);
    assertThat(REHEARSAL.trunkSteps(100)).isEqualTo(1_200);
  }

  @Test
  void aSmallOneHasItsFewestSteps() {
    assertThat(REHEARSAL.headSteps(20)).isEqualTo(80);
    assertThat(REHEARSAL.trunkSteps(20)).isEqualTo(800);
  }

  @Test
  void aHandfulIsNotLearntByHeart() {
    assertThat(REHEARSAL.headSteps(2)).isEqualTo(10);
    assertThat(REHEARSAL.trunkSteps(2)).isEqualTo(100);
  }

  @Test
  void whatIsToldToBeLeftOutIsLeftOut() {
    assertThat(new Rehearsal(0, 2, 800, 0.3, 0, 1).headSteps(9)).isZero();
    assertThat(new Rehearsal(2, 0, 800, 0.3, 0, 1).trunkSteps(9)).isZero();
  }

  @Test
  void everyBatchHasSomethingFresh() {
    assertThat(REHEARSAL.fresh(64)).isEqualTo(19);
    assertThat(REHEARSAL.fresh(1)).isEqualTo(1);
  }
}
