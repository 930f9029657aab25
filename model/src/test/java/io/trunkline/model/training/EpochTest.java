package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.training.Balance.Sampling;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nine texts of task 0, one of task 1. */
class EpochTest {
  private static final List<Integer> TEXTS = IntStream.range(0, 10).boxed().toList();
  private static final List<BitSet> LABELLED =
      TEXTS.stream().map(text -> tasks(text < 9 ? 0 : 1)).toList();

  @Test
  void inProportionEveryTextComesOnce() {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(new Epoch(LABELLED, Sampling.PROPORTIONAL).draw(TEXTS, new SplittableRandom(seed)))
          .isEqualTo(TEXTS);
    }
  }

  @Test
  void uniformlyEachTaskHasHalf() {
    double[] expected = new Epoch(LABELLED, Sampling.UNIFORM).expected();
    assertThat(expected[0]).isCloseTo(5.0 / 9, within(1e-12));
    assertThat(expected[9]).isCloseTo(5, within(1e-12));
  }

  @Test
  void bySquareRootsTasksHaveThreeToOne() {
    double[] expected = new Epoch(LABELLED, Sampling.SQUARE_ROOT).expected();
    assertThat(9 * expected[0]).isCloseTo(7.5, within(1e-12));
    assertThat(expected[9]).isCloseTo(2.5, within(1e-12));
  }

  @Test
  void aTextOfSeveralTasksCountsWithTheirMean() {
    List<BitSet> labelled = List.of(tasks(0), tasks(0, 1), tasks(0), tasks(0));
    double[] expected = new Epoch(labelled, Sampling.UNIFORM).expected();
    // Weights 1/4, (1/4 + 1) / 2, 1/4, 1/4 sum to 11/8 and are scaled to sum to 4.
    assertThat(expected[0]).isCloseTo(4 * 0.25 / 1.375, within(1e-12));
    assertThat(expected[1]).isCloseTo(4 * 0.625 / 1.375, within(1e-12));
  }

  @Test
  void anEpochIsAsLongAsEverAndNoTextIsACopyAwayFromItsExpectation() {
    Epoch epoch = new Epoch(LABELLED, Sampling.SQUARE_ROOT);
    List<Integer> all = new ArrayList<>();
    for (int seed = 0; seed < 1_000; seed++) {
      List<Integer> drawn = epoch.draw(TEXTS, new SplittableRandom(seed));
      assertThat(drawn).hasSize(10);
      assertThat(Collections.frequency(drawn, 9)).isBetween(2, 3);
      all.addAll(drawn);
    }
    // 2.5 on average; the standard error of a thousand draws of 2 or 3 is 0.016.
    assertThat(Collections.frequency(all, 9) / 1_000.0).isCloseTo(2.5, within(0.08));
  }

  private static BitSet tasks(int... tasks) {
    BitSet set = new BitSet();
    IntStream.of(tasks).forEach(set::set);
    return set;
  }
}
