package io.trunkline.model.evaluation;

import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.TaskKind;
import io.trunkline.model.decoding.Confidence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Of a multi-label task. */
final class SeveralLabelsMetrics extends LabelMetrics {
  SeveralLabelsMetrics() {
    super(TaskKind.MULTI_LABEL);
  }

  @Override
  public void add(LabelValue right, Prediction given) {
    Set<String> expected = new HashSet<>(((LabelValue.Several) right).labels());
    Prediction.SeveralLabels answer = (Prediction.SeveralLabels) given;
    Set<String> got = new HashSet<>(((LabelValue.Several) answer.value()).labels());
    count(expected, got);
    Stream.concat(answer.labels().stream(), answer.others().stream())
        .forEach(
            label -> {
              boolean holds = expected.contains(label.label());
              reliability.add(label.score(), holds);
              logLoss.add(label.score(), holds);
            });
    riskCoverage.add(Confidence.of(answer), got.equals(expected), answer.abstained());
  }

  private void count(Set<String> expected, Set<String> got) {
    expected.forEach(counts::right);
    got.forEach(counts::given);
    expected.stream().filter(got::contains).forEach(counts::hit);
    List<String> missed = expected.stream().filter(label -> !got.contains(label)).toList();
    List<String> wrong = got.stream().filter(label -> !expected.contains(label)).toList();
    missed.forEach(label -> wrong.forEach(other -> confusions.add(label, other)));
  }

  @Override
  void addFigures(Map<Metric, Double> figures) {
    figures.put(Metric.PRECISION, counts.microPrecision());
    figures.put(Metric.RECALL, counts.microRecall());
  }
}
