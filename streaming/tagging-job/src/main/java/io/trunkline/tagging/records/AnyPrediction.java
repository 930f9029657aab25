package io.trunkline.tagging.records;

import io.trunkline.model.Prediction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A prediction laid out for Flink's own serializers, which know no sealed types: one field is set,
 * that of its kind.
 *
 * @param oneLabel null but of a single-label task
 * @param severalLabels null but of a multi-label task
 * @param spans null but of a spans task
 * @param score null but of a score task
 */
public record AnyPrediction(
    Prediction.@Nullable OneLabel oneLabel,
    Prediction.@Nullable SeveralLabels severalLabels,
    Prediction.@Nullable Spans spans,
    Prediction.@Nullable Score score) {

  static AnyPrediction of(Prediction prediction) {
    return new AnyPrediction(
        prediction instanceof Prediction.OneLabel one ? one : null,
        prediction instanceof Prediction.SeveralLabels several ? several : null,
        prediction instanceof Prediction.Spans stretches ? stretches : null,
        prediction instanceof Prediction.Score number ? number : null);
  }

  Prediction get() {
    if (oneLabel != null) {
      return oneLabel;
    }
    if (severalLabels != null) {
      return severalLabels;
    }
    return spans != null ? spans : Objects.requireNonNull(score);
  }
}
