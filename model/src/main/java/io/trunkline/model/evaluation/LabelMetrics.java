package io.trunkline.model.evaluation;

import io.trunkline.model.TaskKind;
import java.util.EnumMap;
import java.util.Map;

/** What tasks with labels have in common: all is counted as a text is added, and summed up here. */
abstract class LabelMetrics implements Metrics {
  final LabelCounts counts = new LabelCounts();
  final Confusions confusions = new Confusions();
  final Reliability reliability = new Reliability();
  final LogLoss logLoss = new LogLoss();
  final RiskCoverage riskCoverage = new RiskCoverage();
  private final TaskKind kind;

  LabelMetrics(TaskKind kind) {
    this.kind = kind;
  }

  @Override
  public final TaskScore score() {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    figures.put(Metric.ACCURACY, riskCoverage.accuracy());
    figures.put(Metric.MACRO_F1, counts.macroF1());
    figures.put(Metric.MICRO_F1, counts.microF1());
    figures.put(Metric.NLL, logLoss.mean());
    figures.put(Metric.ECE, reliability.ece());
    figures.put(Metric.COVERAGE, riskCoverage.coverage());
    figures.put(Metric.SELECTIVE_ACCURACY, riskCoverage.selectiveAccuracy());
    figures.put(Metric.AURC, riskCoverage.aurc());
    addFigures(figures);
    return new TaskScore(
        kind,
        riskCoverage.n(),
        figures,
        counts.labels(),
        confusions.mostFrequent(),
        reliability.bins(),
        riskCoverage.curve());
  }

  /** Adds precision, recall and what else the kind has of its own. */
  abstract void addFigures(Map<Metric, Double> figures);
}
