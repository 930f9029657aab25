package io.trunkline.model.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.LabelValue;
import io.trunkline.model.LabelValue.Span;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectnessTest {
  @Test
  void ofOneLabelIsAllOrNothing() {
    Prediction given = new Prediction.OneLabel("t", List.of(new ScoredLabel("a", 0.4)), true);

    assertThat(Correctness.of(new LabelValue.One("a"), given, 0)).isEqualTo(1);
    assertThat(Correctness.of(new LabelValue.One("b"), given, 0)).isZero();
  }

  @Test
  void ofSeveralLabelsIsF1() {
    assertThat(Correctness.of(new LabelValue.Several(List.of("a", "b")), several("a"), 0))
        .isEqualTo(2 / 3.0);
    assertThat(Correctness.of(new LabelValue.Several(List.of("a")), several("b", "c"), 0)).isZero();
    assertThat(Correctness.of(new LabelValue.Several(List.of()), several("b"), 0)).isZero();
    assertThat(Correctness.of(new LabelValue.Several(List.of()), several(), 0)).isEqualTo(1);
  }

  @Test
  void aSpanIsRightInExtentAndLabel() {
    LabelValue right =
        new LabelValue.Spans(List.of(new Span(0, 3, "city"), new Span(5, 8, "time")));
    Prediction given =
        new Prediction.Spans(
            "t",
            List.of(new ScoredSpan(0, 3, "city", 0.9), new ScoredSpan(5, 7, "time", 0.9)),
            false);

    assertThat(Correctness.of(right, given, 0)).isEqualTo(0.5);
  }

  @Test
  void ofANumberFallsWithTheError() {
    LabelValue right = new LabelValue.Score(3);

    assertThat(Correctness.of(right, new Prediction.Score("t", 4, false), 4)).isEqualTo(0.75);
    assertThat(Correctness.of(right, new Prediction.Score("t", -9, false), 4)).isZero();
    assertThat(Correctness.of(right, new Prediction.Score("t", 3, false), 0)).isEqualTo(1);
    assertThat(Correctness.of(right, new Prediction.Score("t", 3.1, false), 0)).isZero();
  }

  @Test
  void noAnswerIsWrongAndSoIsOneOfAnotherKind() {
    assertThat(Correctness.of(new LabelValue.Several(List.of()), null, 0)).isZero();
    assertThat(Correctness.of(new LabelValue.One("a"), several("a"), 0)).isZero();
  }

  private static Prediction several(String... labels) {
    return new Prediction.SeveralLabels(
        "t",
        Arrays.stream(labels).map(label -> new ScoredLabel(label, 0.9)).toList(),
        List.of(),
        false);
  }
}
