package io.trunkline.model.evaluation;

import io.trunkline.model.TaskKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How well a model did on one task.
 *
 * @param kind the task's kind
 * @param n how many texts are labelled for it
 * @param figures those that apply to the kind; none is NaN
 * @param labels each label that was right or given, most frequent first
 * @param confusions the most frequent first
 * @param reliability empty for scores
 * @param riskCoverage empty for scores
 */
public record TaskScore(
    TaskKind kind,
    int n,
    Map<Metric, Double> figures,
    List<LabelScore> labels,
    List<Confusion> confusions,
    List<Reliability.Bin> reliability,
    List<RiskCoverage.Point> riskCoverage) {
  public TaskScore {
    Map<Metric, Double> defined = new EnumMap<>(Metric.class);
    defined.putAll(figures);
    defined.values().removeIf(value -> value.isNaN());
    figures = Collections.unmodifiableMap(defined);
    labels = List.copyOf(labels);
    confusions = List.copyOf(confusions);
    reliability = List.copyOf(reliability);
    riskCoverage = List.copyOf(riskCoverage);
  }

  /** The figure that sums a task of a kind up; 1 is perfect and less is worse. */
  public static Metric headlineOf(TaskKind kind) {
    return switch (kind) {
      case SINGLE_LABEL -> Metric.ACCURACY;
      case MULTI_LABEL -> Metric.MICRO_F1;
      case SPANS -> Metric.F1;
      case SCORE -> Metric.SKILL;
    };
  }

  /** The figure that sums this task up, {@link #headlineOf}; 0 where it is undefined. */
  public double headline() {
    return figures.getOrDefault(headlineOf(kind), 0.0);
  }
}
