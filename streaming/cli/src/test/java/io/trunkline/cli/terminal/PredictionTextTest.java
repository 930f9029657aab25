package io.trunkline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PredictionTextTest {
  private static final ScoredLabel SLIDES = new ScoredLabel("slides", 0.8);
  private static final ScoredLabel NOTES = new ScoredLabel("notes", 0.551);

  @Test
  void everyKindHasItsOwnForm() {
    assertThat(PredictionText.of(new Prediction.OneLabel("t", List.of(SLIDES, NOTES), false)))
        .isEqualTo("slides 0.80");
    assertThat(
            PredictionText.of(
                new Prediction.SeveralLabels("t", List.of(SLIDES, NOTES), List.of(), false)))
        .isEqualTo("slides 0.80, notes 0.55");
    assertThat(
            PredictionText.of(
                new Prediction.Spans("t", List.of(new ScoredSpan(10, 15, "place", 0.97)), false)))
        .isEqualTo("place[10:15] 0.97");
    assertThat(PredictionText.of(new Prediction.Score("t", 3.5, false))).isEqualTo("3.50");
  }

  @Test
  void nothingFoundIsSaid() {
    assertThat(
            PredictionText.of(new Prediction.SeveralLabels("t", List.of(), List.of(SLIDES), false)))
        .isEqualTo("(none)");
    assertThat(PredictionText.of(new Prediction.Spans("t", List.of(), false))).isEqualTo("(none)");
  }

  @Test
  void anAnswerThatIsTooUnsureIsMarked() {
    assertThat(PredictionText.of(new Prediction.OneLabel("t", List.of(SLIDES), true)))
        .isEqualTo("?slides 0.80");
  }

  @Test
  void aScoreThatIsNotKnownIsLeftOut() {
    assertThat(PredictionText.of(new ScoredLabel("slides", Double.NaN))).isEqualTo("slides");
  }
}
