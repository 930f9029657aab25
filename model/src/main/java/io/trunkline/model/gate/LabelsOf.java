package io.trunkline.model.gate;

import io.trunkline.model.LabelValue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The labels that a value has. */
final class LabelsOf {
  private LabelsOf() {}

  /** Each once, in a fixed order; none of a number. */
  static Set<String> value(LabelValue value) {
    if (value instanceof LabelValue.One one) {
      return Set.of(one.label());
    } else if (value instanceof LabelValue.Several several) {
      return new TreeSet<>(several.labels());
    } else if (value instanceof LabelValue.Spans spans) {
      return new TreeSet<>(spans.spans().stream().map(LabelValue.Span::label).toList());
    }
    return new TreeSet<>(List.of());
  }
}
