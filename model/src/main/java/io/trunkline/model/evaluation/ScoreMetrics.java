package io.trunkline.model.evaluation;

import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Of a score task. */
final class ScoreMetrics implements Metrics {
  private final List<Double> right = new ArrayList<>();
  private double errors;

  @Override
  public void add(LabelValue expected, Prediction given) {
    double value = ((LabelValue.Score) expected).value();
    right.add(value);
    errors += Math.abs(value - ((Prediction.Score) given).number());
  }

  @Override
  public TaskScore score() {
    int n = right.size();
    double mean = right.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    double spread = right.stream().mapToDouble(value -> Math.abs(value - mean)).sum();
    return new TaskScore(
        TaskKind.SCORE,
        n,
        Map.of(Metric.MAE, errors / n, Metric.SKILL, spread == 0 ? 0 : 1 - errors / spread),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
