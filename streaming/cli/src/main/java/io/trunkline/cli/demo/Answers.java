package io.trunkline.cli.demo;

import io.trunkline.model.LabelValue;
import java.util.Set;

/** What a value says, as parts that are right or wrong by themselves, whatever their order. */
final class Answers {
  private Answers() {}

  /** Each label or span; of a score, the value itself. */
  static Set<?> of(LabelValue value) {
    if (value instanceof LabelValue.Several several) {
      return Set.copyOf(several.labels());
    }
    return value instanceof LabelValue.Spans spans ? Set.copyOf(spans.spans()) : Set.of(value);
  }
}
