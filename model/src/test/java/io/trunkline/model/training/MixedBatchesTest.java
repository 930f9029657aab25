package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MixedBatchesTest {
  private static final List<Integer> FRESH = IntStream.range(0, 10).boxed().toList();
  private static final List<Integer> OLD = IntStream.range(100, 112).boxed().toList();

  @Test
  void everyBatchHasItsShareOfBothAndAllComeOnceBeforeOneComesAgain() {
    MixedBatches<Integer> batches = new MixedBatches<>(FRESH, OLD, 2, 5, new SplittableRandom(1));
    List<Integer> fresh = new ArrayList<>();
    List<Integer> old = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      List<Integer> batch = batches.next();
      assertThat(batch).hasSize(5).filteredOn(FRESH::contains).hasSize(2);
      batch.forEach(number -> (number < 100 ? fresh : old).add(number));
    }

    assertThat(batches.perPass()).isEqualTo(5);
    for (int pass = 0; pass < 4; pass++) {
      assertThat(fresh.subList(10 * pass, 10 * pass + 10))
          .containsExactlyInAnyOrderElementsOf(FRESH);
    }
    for (int pass = 0; pass < 5; pass++) {
      assertThat(old.subList(12 * pass, 12 * pass + 12)).containsExactlyInAnyOrderElementsOf(OLD);
    }
    assertThat(fresh.subList(0, 10)).isNotEqualTo(fresh.subList(10, 20));
  }

  @Test
  void withNothingToReplayAllIsFresh() {
    MixedBatches<Integer> batches =
        new MixedBatches<>(FRESH, List.of(), 2, 4, new SplittableRandom(1));

    assertThat(batches.perPass()).isEqualTo(3);
    assertThat(batches.next()).hasSize(4).allMatch(FRESH::contains);
  }
}
