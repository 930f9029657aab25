package io.trunkline.model.gate;

import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Right values and answers as if there were only some labels. */
record LabelFilter(Predicate<String> kept) {
  /** A right value without the other labels; one label and a number stay as they are. */
  LabelValue right(LabelValue value) {
    if (value instanceof LabelValue.Several several) {
      return new LabelValue.Several(several.labels().stream().filter(kept).toList());
    } else if (value instanceof LabelValue.Spans spans) {
      return new LabelValue.Spans(
          spans.spans().stream().filter(span -> kept.test(span.label())).toList());
    }
    return value;
  }

  /**
   * An answer without the other labels. Of a ranking the probabilities are those given that one of
   * the labels is right.
   *
   * @return null if a ranking has none of the labels
   */
  @Nullable Prediction given(@Nullable Prediction answer) {
    if (answer instanceof Prediction.OneLabel one) {
      return ranking(one);
    } else if (answer instanceof Prediction.SeveralLabels several) {
      return new Prediction.SeveralLabels(
          several.task(), labels(several.labels()), labels(several.others()), several.abstained());
    } else if (answer instanceof Prediction.Spans spans) {
      return new Prediction.Spans(
          spans.task(),
          spans.spans().stream().filter(span -> kept.test(span.label())).toList(),
          spans.abstained());
    }
    return answer;
  }

  private @Nullable Prediction ranking(Prediction.OneLabel one) {
    List<ScoredLabel> left = labels(one.ranking());
    if (left.isEmpty() || left.size() == one.ranking().size()) {
      return left.isEmpty() ? null : one;
    }
    double sum = left.stream().mapToDouble(ScoredLabel::score).sum();
    return new Prediction.OneLabel(
        one.task(),
        left.stream()
            .map(label -> new ScoredLabel(label.label(), sum == 0 ? 0 : label.score() / sum))
            .toList(),
        one.abstained());
  }

  private List<ScoredLabel> labels(List<ScoredLabel> labels) {
    return labels.stream().filter(label -> kept.test(label.label())).toList();
  }
}
