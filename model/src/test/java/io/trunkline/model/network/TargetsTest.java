package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.text.EncodedText;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final EncodedText TEXT = new EncodedText(new int[] {1}, new int[] {0}, new int[0]);
  private static final List<LabelledText> BATCH =
      List.of(
          new LabelledText(TEXT, new int[] {2, LabelledText.UNLABELLED}),
          new LabelledText(TEXT, new int[] {LabelledText.UNLABELLED, LabelledText.UNLABELLED}));

  @Test
  void smoothingTakesFromTheRightLabelAndGivesToAllAlike() {
    Targets targets = Targets.of(BATCH, 0, 4, 0.2);
    assertThat(targets.probabilities()).containsExactly(0.05f, 0.05f, 0.85f, 0.05f, 0, 0, 0, 0);
    assertThat(targets.any()).isTrue();
  }

  @Test
  void withoutSmoothingTheRightLabelIsCertain() {
    assertThat(Targets.of(BATCH, 0, 3, 0).probabilities()).containsExactly(0, 0, 1, 0, 0, 0);
  }

  @Test
  void theOnlyLabelOfATaskIsCertainHoweverMuchIsSmoothed() {
    List<LabelledText> batch = List.of(new LabelledText(TEXT, new int[] {0}));
    assertThat(Targets.of(batch, 0, 1, 0.1).probabilities()).containsExactly(1);
  }

  @Test
  void aBatchWithoutALabelForTheTaskIsAllZero() {
    Targets targets = Targets.of(BATCH, 1, 3, 0.1);
    assertThat(targets.probabilities()).containsOnly(0);
    assertThat(targets.any()).isFalse();
  }
}
