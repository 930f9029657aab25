package io.trunkline.model.evaluation;

import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.TaskKind;
import java.util.Map;

/** Of a single-label task. */
final class OneLabelMetrics extends LabelMetrics {
  OneLabelMetrics() {
    super(TaskKind.SINGLE_LABEL);
  }

  @Override
  public void add(LabelValue right, Prediction given) {
    String label = ((LabelValue.One) right).label();
    Prediction.OneLabel answer = (Prediction.OneLabel) given;
    ScoredLabel best = answer.best();
    boolean hit = best.label().equals(label);
    counts.right(label);
    counts.given(best.label());
    if (hit) {
      counts.hit(label);
    } else {
      confusions.add(label, best.label());
    }
    reliability.add(best.score(), hit);
    logLoss.add(probabilityOf(label, answer));
    riskCoverage.add(best.score(), hit, answer.abstained());
  }

  private static double probabilityOf(String label, Prediction.OneLabel answer) {
    return answer.ranking().stream()
        .filter(ranked -> ranked.label().equals(label))
        .mapToDouble(ScoredLabel::score)
        .findFirst()
        .orElse(0);
  }

  /** Counted together, precision and recall would both be the accuracy again. */
  @Override
  void addFigures(Map<Metric, Double> figures) {
    figures.put(Metric.PRECISION, counts.macroPrecision());
    figures.put(Metric.RECALL, counts.macroRecall());
  }
}
