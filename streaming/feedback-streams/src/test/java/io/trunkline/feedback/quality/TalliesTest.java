package io.trunkline.feedback.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.schemas.avro.LabelTally;
import io.trunkline.schemas.avro.Outcome;
import io.trunkline.schemas.avro.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TalliesTest {
  @Test
  void whatIsTakenBackIsAsIfItHadNeverBeen() {
    Tally once = Tallies.plus(Tallies.NONE, wrong("a", "b"));
    Tally back = Tallies.minus(Tallies.plus(once, wrong("c", "a")), wrong("c", "a"));

    assertThat(back.getJudged()).isEqualTo(1);
    assertThat(back.getLabels()).containsEntry("a", new LabelTally(0L, 1L, 0L));
    assertThat(Tallies.macroF1(back)).hasValue(0);
    assertThat(back.getLabels()).containsEntry("c", new LabelTally(0L, 0L, 0L));
  }

  @Test
  void labelsBeyondTheMostAreCountedTogether() {
    Tally tally = Tallies.NONE;
    int most = Tallies.MAX_LABELS;
    for (int i = 0; i < most + 10; i++) {
      tally = Tallies.plus(tally, right("label" + i));
    }
    assertThat(tally.getLabels()).hasSize(most + 1);
    assertThat(tally.getLabels().get(Tallies.OTHERS)).isEqualTo(new LabelTally(10L, 0L, 0L));

    for (int i = most + 9; i >= 0; i--) {
      tally = Tallies.minus(tally, right("label" + i));
    }
    assertThat(tally.getJudged()).isZero();
    assertThat(tally.getLabels().values()).containsOnly(new LabelTally(0L, 0L, 0L));
  }

  @Test
  void whereNoLabelOccursThereIsNoMacroF1() {
    assertThat(Tallies.macroF1(Tallies.NONE)).isEmpty();
  }

  private static Outcome right(String label) {
    return new Outcome(false, true, List.of(label), List.of(), List.of());
  }

  private static Outcome wrong(String given, String right) {
    return new Outcome(false, false, List.of(), List.of(given), List.of(right));
  }
}
