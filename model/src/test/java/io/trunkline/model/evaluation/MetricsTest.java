package io.trunkline.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.LabelValue;
import io.trunkline.model.LabelValue.Span;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import io.trunkline.model.TaskKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
  @Test
  void oneLabel() {
    Metrics metrics = Metrics.of(TaskKind.SINGLE_LABEL);
    metrics.add(new LabelValue.One("a"), one(0.8, 0.2, false));
    metrics.add(new LabelValue.One("b"), one(0.6, 0.4, true));

    TaskScore score = metrics.score();

    assertThat(score.n()).isEqualTo(2);
    assertThat(score.headline()).isEqualTo(0.5);
    assertFigure(score, Metric.ACCURACY, 0.5);
    assertFigure(score, Metric.MACRO_F1, (2 / 3.0 + 0) / 2);
    assertFigure(score, Metric.MICRO_F1, 0.5);
    assertFigure(score, Metric.PRECISION, (0.5 + 0) / 2);
    assertFigure(score, Metric.RECALL, (1.0 + 0) / 2);
    assertFigure(score, Metric.NLL, -(Math.log(0.8) + Math.log(0.4)) / 2);
    assertFigure(score, Metric.ECE, (0.2 + 0.6) / 2);
    assertFigure(score, Metric.COVERAGE, 0.5);
    assertFigure(score, Metric.SELECTIVE_ACCURACY, 1);
    assertFigure(score, Metric.AURC, (0 + 0.5) / 2);
    assertThat(score.figures()).doesNotContainKeys(Metric.F1, Metric.MAE);
    assertThat(score.confusions()).containsExactly(new Confusion("b", "a", 1));
  }

  @Test
  void severalLabels() {
    Metrics metrics = Metrics.of(TaskKind.MULTI_LABEL);
    metrics.add(new LabelValue.Several(List.of("a", "b")), several(0.9, 0.3));
    metrics.add(new LabelValue.Several(List.of()), several(0.7, 0.1));
    metrics.add(new LabelValue.Several(List.of("b")), several(0.6, 0.2));

    TaskScore score = metrics.score();

    // a is given three times and right once; b is right twice and never given.
    assertThat(score.headline()).isEqualTo(2 / 6.0);
    assertFigure(score, Metric.ACCURACY, 0);
    assertFigure(score, Metric.MICRO_F1, 2 / 6.0);
    assertFigure(score, Metric.MACRO_F1, (2 / 4.0 + 0) / 2);
    assertFigure(score, Metric.PRECISION, 1 / 3.0);
    assertFigure(score, Metric.RECALL, 1 / 3.0);
    double likelihood =
        Math.log(0.9)
            + Math.log(0.3)
            + Math.log(0.3)
            + Math.log(0.9)
            + Math.log(0.4)
            + Math.log(0.2);
    assertFigure(score, Metric.NLL, -likelihood / 6);
    assertFigure(score, Metric.ECE, (0.1 + 0.7 + 0.7 + 0.1 + 0.6 + 0.8) / 6);
    assertFigure(score, Metric.COVERAGE, 1);
    assertThat(score.confusions()).containsExactly(new Confusion("b", "a", 1));
  }

  @Test
  void spans() {
    Metrics metrics = Metrics.of(TaskKind.SPANS);
    metrics.add(
        new LabelValue.Spans(List.of(new Span(0, 3, "city"), new Span(5, 8, "time"))),
        new Prediction.Spans(
            "task",
            List.of(new ScoredSpan(0, 3, "city", 0.9), new ScoredSpan(5, 8, "city", 0.6)),
            false));
    metrics.add(
        new LabelValue.Spans(List.of(new Span(0, 3, "city"))),
        new Prediction.Spans("task", List.of(new ScoredSpan(0, 2, "city", 0.5)), true));
    metrics.add(new LabelValue.Spans(List.of()), new Prediction.Spans("task", List.of(), false));

    TaskScore score = metrics.score();

    assertThat(score.n()).isEqualTo(3);
    assertThat(score.headline()).isEqualTo(2 / 6.0);
    assertFigure(score, Metric.ACCURACY, 1 / 3.0);
    assertFigure(score, Metric.F1, 2 / 6.0);
    assertFigure(score, Metric.PRECISION, 1 / 3.0);
    assertFigure(score, Metric.RECALL, 1 / 3.0);
    assertFigure(score, Metric.NLL, -(Math.log(0.9) + Math.log(0.4) + Math.log(0.5)) / 3);
    assertFigure(score, Metric.ECE, (0.1 + 0.6 + 0.5) / 3);
    assertFigure(score, Metric.COVERAGE, 2 / 3.0);
    assertFigure(score, Metric.SELECTIVE_ACCURACY, 1 / 2.0);
    assertThat(score.confusions()).containsExactly(new Confusion("time", "city", 1));
  }

  @Test
  void spansWhereThereAreNoneAreToldPerfectly() {
    Metrics metrics = Metrics.of(TaskKind.SPANS);
    metrics.add(new LabelValue.Spans(List.of()), new Prediction.Spans("task", List.of(), false));

    assertThat(metrics.score().figures())
        .containsEntry(Metric.F1, 1.0)
        .doesNotContainKeys(Metric.NLL, Metric.ECE, Metric.MACRO_F1);
  }

  @Test
  void scores() {
    Metrics metrics = Metrics.of(TaskKind.SCORE);
    metrics.add(new LabelValue.Score(1), new Prediction.Score("task", 2, false));
    metrics.add(new LabelValue.Score(3), new Prediction.Score("task", 3, false));
    metrics.add(new LabelValue.Score(8), new Prediction.Score("task", 6, false));

    TaskScore score = metrics.score();

    // Always saying the mean, 4, errs by 3, 1 and 4.
    assertFigure(score, Metric.MAE, 1);
    assertFigure(score, Metric.SKILL, 1 - 3 / 8.0);
    assertThat(score.figures()).containsOnlyKeys(Metric.MAE, Metric.SKILL);
    assertThat(score.headline()).isEqualTo(1 - 3 / 8.0);
  }

  @Test
  void nothingComparedHasNoFigures() {
    for (TaskKind kind : List.of(TaskKind.SINGLE_LABEL, TaskKind.MULTI_LABEL)) {
      assertThat(Metrics.of(kind).score().n()).isZero();
      assertThat(Metrics.of(kind).score().figures()).doesNotContainKey(Metric.ACCURACY);
    }
  }

  private static Prediction one(double a, double b, boolean abstained) {
    return new Prediction.OneLabel(
        "task", List.of(new ScoredLabel("a", a), new ScoredLabel("b", b)), abstained);
  }

  /** Says that a holds and b does not. */
  private static Prediction several(double a, double b) {
    return new Prediction.SeveralLabels(
        "task", List.of(new ScoredLabel("a", a)), List.of(new ScoredLabel("b", b)), false);
  }

  private static void assertFigure(TaskScore score, Metric metric, double expected) {
    assertThat(score.figures().get(metric)).isCloseTo(expected, within(1e-12));
  }
}
