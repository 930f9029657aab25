package io.trunkline.model.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreScalesTest {
  @Test
  void areTwoStandardDeviationsOfTheRightValues() {
    ScoreScales scales = ScoreScales.of(List.of(priced(1), priced(5), priced(1), priced(5)));

    assertThat(scales.of("price")).isEqualTo(4);
    assertThat(scales.of("name")).isZero();
  }

  private static Example priced(double price) {
    return new Example(
        "", "text", Map.of("price", new LabelValue.Score(price), "name", new LabelValue.One("a")));
  }
}
