package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogitsTest {
  /** Two labels of two texts, and tags of two texts of one and two tokens. */
  private static final List<float[][]> BY_TASK =
      List.of(new float[][] {{1, 2}, {3, 4}}, new float[][] {{5, 6, 7}, {8, 9, 10, 11, 12, 13}});

  @Test
  void aTextHasARowInWhichOneTaskFollowsTheOther() {
    Logits logits = Logits.of(BY_TASK);

    assertThat(logits.texts()).isEqualTo(2);
    assertThat(logits.tasks()).isEqualTo(2);
    assertThat(logits.row(0)).containsExactly(1, 2, 5, 6, 7);
    assertThat(logits.row(1)).containsExactly(3, 4, 8, 9, 10, 11, 12, 13);
    assertThat(logits.start(1, 1)).isEqualTo(2);
    assertThat(logits.start(1, 2)).isEqualTo(8);
  }

  @Test
  void whatIsGatheredComesApartAgain() {
    Logits logits = Logits.of(BY_TASK);

    assertThat(logits.of(0, 1)).containsExactly(5, 6, 7);
    assertThat(logits.byTask()).usingRecursiveComparison().isEqualTo(BY_TASK);
  }
}
