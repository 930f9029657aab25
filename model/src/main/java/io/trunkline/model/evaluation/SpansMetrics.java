package io.trunkline.model.evaluation;

import io.trunkline.model.LabelValue;
import io.trunkline.model.LabelValue.Span;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredSpan;
import io.trunkline.model.TaskKind;
import io.trunkline.model.decoding.Confidence;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Of a spans task: a span is right if its extent and its label both are. */
final class SpansMetrics extends LabelMetrics {
  SpansMetrics() {
    super(TaskKind.SPANS);
  }

  @Override
  public void add(LabelValue right, Prediction given) {
    Set<Span> expected = new HashSet<>(((LabelValue.Spans) right).spans());
    Prediction.Spans answer = (Prediction.Spans) given;
    Set<Span> got = new HashSet<>(((LabelValue.Spans) answer.value()).spans());
    count(expected, got);
    for (ScoredSpan span : answer.spans()) {
      boolean hit = expected.contains(new Span(span.start(), span.end(), span.label()));
      reliability.add(span.score(), hit);
      logLoss.add(span.score(), hit);
    }
    riskCoverage.add(Confidence.of(answer), got.equals(expected), answer.abstained());
  }

  private void count(Set<Span> expected, Set<Span> got) {
    expected.forEach(span -> counts.right(span.label()));
    got.forEach(span -> counts.given(span.label()));
    expected.stream().filter(got::contains).forEach(span -> counts.hit(span.label()));
    for (Span right : expected) {
      got.stream()
          .filter(span -> span.start() == right.start() && span.end() == right.end())
          .filter(span -> !span.label().equals(right.label()))
          .forEach(span -> confusions.add(right.label(), span.label()));
    }
  }

  @Override
  void addFigures(Map<Metric, Double> figures) {
    figures.put(Metric.PRECISION, counts.microPrecision());
    figures.put(Metric.RECALL, counts.microRecall());
    figures.put(Metric.F1, counts.microF1());
  }
}
