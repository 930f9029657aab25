package io.trunkline.model.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.LabelValue;
import io.trunkline.model.LabelValue.Span;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedScoreTest {
  private static final Task ONE = new Task("t", TaskKind.SINGLE_LABEL, List.of("a", "b"));
  private static final Task SEVERAL = new Task("t", TaskKind.MULTI_LABEL, List.of("a", "b"));
  private static final LabelValue A = new LabelValue.One("a");

  private static final Prediction OLD = one(label("b", 0.6), label("a", 0.4));
  private static final Prediction GROWN = one(label("new", 0.6), label("a", 0.3), label("b", 0.1));

  @Test
  void aNewLabelAheadOfTheRightOneTakesNothingAmongKnownLabels() {
    assertThat(PairedScore.known(ONE, A, OLD, GROWN, 0)).contains(new PairedScore(0, 1));
    assertThat(PairedScore.served(A, OLD, GROWN, 0)).isEqualTo(new PairedScore(0, 0));
  }

  @Test
  void anAnswerThatIsNewToTheChampionIsNotComparedAmongKnownLabels() {
    LabelValue right = new LabelValue.One("new");

    assertThat(PairedScore.known(ONE, right, OLD, GROWN, 0)).isEmpty();
    assertThat(PairedScore.brier(ONE, right, OLD, GROWN)).isEmpty();
    assertThat(PairedScore.served(right, OLD, GROWN, 0)).isEqualTo(new PairedScore(0, 1));
  }

  @Test
  void aCandidateThatLacksTheRightLabelIsWrong() {
    assertThat(PairedScore.known(ONE, A, one(label("a", 1)), one(label("b", 1)), 0))
        .contains(new PairedScore(1, 0));
    assertThat(PairedScore.known(ONE, A, one(label("a", 1)), one(label("new", 1)), 0))
        .contains(new PairedScore(1, 0));
  }

  @Test
  void newLabelsOfSeveralAreLeftOutOnBothSides() {
    LabelValue right = new LabelValue.Several(List.of("a", "new"));
    Prediction old = several(List.of(label("a", 0.9)), List.of(label("b", 0.2)));
    Prediction grown =
        several(List.of(label("new", 0.9), label("b", 0.8)), List.of(label("a", 0.2)));

    assertThat(PairedScore.known(SEVERAL, right, old, grown, 0)).contains(new PairedScore(1, 0));
    assertThat(PairedScore.served(right, old, grown, 0)).isEqualTo(new PairedScore(2 / 3.0, 0.5));
  }

  @Test
  void newLabelsOfSpansAreLeftOutOnBothSides() {
    Task task = new Task("t", TaskKind.SPANS, List.of("a"));
    LabelValue right = new LabelValue.Spans(List.of(new Span(0, 1, "a"), new Span(1, 2, "new")));
    Prediction old = new Prediction.Spans("t", List.of(), false);
    Prediction grown =
        new Prediction.Spans(
            "t", List.of(new ScoredSpan(0, 1, "a", 1), new ScoredSpan(2, 3, "new", 1)), false);

    assertThat(PairedScore.known(task, right, old, grown, 0)).contains(new PairedScore(0, 1));
    assertThat(PairedScore.served(right, old, grown, 0)).isEqualTo(new PairedScore(0, 0.5));
  }

  /** 1 − ½ (0.6² + 0.6²), and among a and b the candidate says 3/4 and 1/4. */
  @Test
  void brierScoresAreOfProbabilitiesGivenThatALabelIsKnown() {
    PairedScore brier = PairedScore.brier(ONE, A, OLD, GROWN).orElseThrow();

    assertThat(brier.champion()).isCloseTo(1 - 0.36, within(1e-12));
    assertThat(brier.candidate()).isCloseTo(1 - 1 / 16.0, within(1e-12));
  }

  @Test
  void brierScoresOfSeveralLabelsAreMeansOverThem() {
    PairedScore brier =
        PairedScore.brier(
                SEVERAL,
                new LabelValue.Several(List.of("a")),
                several(List.of(label("a", 0.5)), List.of(label("b", 0.5))),
                several(List.of(label("a", 0.8)), List.of(label("b", 0.4))))
            .orElseThrow();

    assertThat(brier.champion()).isCloseTo(0.75, within(1e-12));
    assertThat(brier.candidate()).isCloseTo(1 - (0.04 + 0.16) / 2, within(1e-12));
  }

  @Test
  void numbersHaveNoBrierScore() {
    Task task = new Task("t", TaskKind.SCORE, List.of());
    Prediction number = new Prediction.Score("t", 1, false);

    assertThat(PairedScore.brier(task, new LabelValue.Score(1), number, number)).isEmpty();
    assertThat(PairedScore.known(task, new LabelValue.Score(1), number, number, 1))
        .contains(new PairedScore(1, 1));
  }

  private static ScoredLabel label(String label, double score) {
    return new ScoredLabel(label, score);
  }

  private static Prediction one(ScoredLabel... ranking) {
    return new Prediction.OneLabel("t", List.of(ranking), false);
  }

  private static Prediction several(List<ScoredLabel> labels, List<ScoredLabel> others) {
    return new Prediction.SeveralLabels("t", labels, others, false);
  }
}
