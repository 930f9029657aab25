package io.trunkline.model.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
  @Test
  void theGreatestIsFirstAndEqualsKeepTheirOrder() {
    float[] logits = {-1, 3, -0f, 0, Float.NEGATIVE_INFINITY, 3, 1e-40f, -1e-40f, 9};

    assertThat(Ranking.of(logits, 8)).containsExactly(1, 5, 6, 2, 3, 7, 0, 4);
  }

  @Test
  void randomNumbersAreSortedAsAStableSortDoes() {
    SplittableRandom random = new SplittableRandom(4);
    float[] logits = new float[1000];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = random.nextInt(-50, 50) / 7f;
    }

    assertThat(Ranking.of(logits, logits.length))
        .containsExactly(
            IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -logits[i]))
                .toArray(Integer[]::new));
  }
}
