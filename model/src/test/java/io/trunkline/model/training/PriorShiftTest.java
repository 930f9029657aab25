package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.network.LabelledText;
import io.trunkline.model.network.Target;
import io.trunkline.model.text.EncodedText;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PriorShiftTest {
  private static final Task TASK =
      new Task("about", TaskKind.SINGLE_LABEL, List.of("old", "new", "never"));

  @Test
  void theRootOfWhatBatchesHadTooMuchOfIsTakenOut() {
    // Of 100 texts 10 are new; of each batch half.
    float[] shift = PriorShift.of(TASK, 0, texts(1, 10), texts(0, 90), 0.5);

    assertThat(shift[0]).isCloseTo((float) Math.log(Math.sqrt(0.9 / 0.5)), within(1e-6f));
    assertThat(shift[1]).isCloseTo((float) Math.log(Math.sqrt(0.1 / 0.5)), within(1e-6f));
    assertThat(shift[2]).isZero();
  }

  @Test
  void batchesLikeAllTextsNeedNoShift() {
    float[] shift = PriorShift.of(TASK, 0, texts(1, 10), texts(0, 90), 0.1);

    assertThat(shift[0]).isCloseTo(0, within(1e-6f));
    assertThat(shift[1]).isCloseTo(0, within(1e-6f));
  }

  @Test
  void otherKindsAreLeftAlone() {
    Task several = new Task("about", TaskKind.MULTI_LABEL, List.of("a", "b"));

    assertThat(PriorShift.of(several, 0, List.of(), List.of(), 0.5)).containsOnly(0);
  }

  private static List<LabelledText> texts(int label, int count) {
    EncodedText text = new EncodedText(new int[] {1}, new int[0], new int[0]);
    LabelledText labelled = new LabelledText(text, List.of(new Target.OneClass(label)));
    return Stream.of(Collections.nCopies(count, labelled)).flatMap(List::stream).toList();
  }
}
