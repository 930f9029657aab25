package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final List<Integer> TEXTS = IntStream.range(0, 1_003).boxed().toList();

  @Test
  void everyTextIsDealtOnce() {
    List<List<Integer>> batches = Batches.deal(TEXTS, 10, new SplittableRandom(1));
    assertThat(batches).hasSize(Batches.count(1_003, 10)).hasSize(101);
    assertThat(batches.stream().flatMap(Collection::stream))
        .containsExactlyInAnyOrderElementsOf(TEXTS);
    assertThat(batches.stream().mapToInt(List::size).sorted().limit(2)).containsExactly(3, 10);
  }

  @Test
  void theSeedDecidesTheOrder() {
    assertThat(Batches.deal(TEXTS, 10, new SplittableRandom(1)))
        .isEqualTo(Batches.deal(TEXTS, 10, new SplittableRandom(1)))
        .isNotEqualTo(Batches.deal(TEXTS, 10, new SplittableRandom(2)));
  }
}
