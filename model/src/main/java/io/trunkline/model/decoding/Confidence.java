package io.trunkline.model.decoding;

import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import java.util.List;
import java.util.stream.Stream;

/** How sure an answer is, in [0, 1]: what abstention and the risk–coverage curve go by. */
public final class Confidence {
  private Confidence() {}

  /**
   * The confidence of an answer: of one label its probability; of several the mean over the label
   * set of {@code max(p, 1 − p)}; of spans that of the least sure, and 1 where none is claimed; of
   * a score always 1, for the head says nothing of its error.
   */
  public static double of(Prediction prediction) {
    if (prediction instanceof Prediction.OneLabel one) {
      return one.best().score();
    } else if (prediction instanceof Prediction.SeveralLabels several) {
      return ofLabels(several.labels(), several.others());
    } else if (prediction instanceof Prediction.Spans spans) {
      return ofSpans(spans.spans());
    }
    return 1;
  }

  static double ofLabels(List<ScoredLabel> labels, List<ScoredLabel> others) {
    return Stream.concat(labels.stream(), others.stream())
        .mapToDouble(label -> Math.max(label.score(), 1 - label.score()))
        .average()
        .orElse(1);
  }

  static double ofSpans(List<ScoredSpan> spans) {
    return spans.stream().mapToDouble(ScoredSpan::score).min().orElse(1);
  }
}
