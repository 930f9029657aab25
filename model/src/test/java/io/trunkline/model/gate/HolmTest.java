package io.trunkline.model.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HolmTest {
  /** 0.005 ≤ 0.05 / 4 and 0.01 ≤ 0.05 / 3, but 0.03 > 0.05 / 2. */
  @Test
  void stopsAtTheFirstThatIsNotRejected() {
    Map<String, Double> pValues = Map.of("a", 0.01, "b", 0.04, "c", 0.03, "d", 0.005);

    assertThat(Holm.rejected(pValues, 0.05)).containsExactlyInAnyOrder("d", "a");
  }

  @Test
  void theLastIsTestedAtTheFullLevel() {
    assertThat(Holm.rejected(Map.of("a", 0.025, "b", 0.05), 0.05))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aSmallPValueBehindALargerOneIsNotRejected() {
    assertThat(Holm.rejected(Map.of("a", 0.026, "b", 0.04), 0.05)).isEmpty();
  }
}
