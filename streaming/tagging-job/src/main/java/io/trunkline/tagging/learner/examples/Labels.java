package io.trunkline.tagging.learner.examples;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Spans;

/** The right values of tasks as {@code LabelledExample} has them. */
final class Labels {
  private Labels() {}

  /** What a record's value says. */
  static LabelValue read(String task, Object value) {
    if (value instanceof OneLabel one) {
      return new LabelValue.One(one.getLabel());
    }
    if (value instanceof SeveralLabels several) {
      return new LabelValue.Several(several.getLabels().stream().map(OneLabel::getLabel).toList());
    }
    if (value instanceof Spans spans) {
      return new LabelValue.Spans(
          spans.getSpans().stream()
              .map(span -> new LabelValue.Span(span.getStart(), span.getEnd(), span.getLabel()))
              .toList());
    }
    if (value instanceof Score score) {
      return new LabelValue.Score(score.getValue());
    }
    throw new InvalidInputException(
        "the value of task %s is of type %s, expected one that is known"
            .formatted(task, value.getClass().getSimpleName()));
  }
}
