package io.trunkline.cli.demo;

import io.trunkline.model.LabelValue;
import io.trunkline.model.ScoredLabel;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one task: how many labels, and how many of those that can be judged are right.
 */
final class TaskScore {
  private long labels;
  private long judged;
  private long right;

  void count() {
    labels++;
  }

  void judge(ScoredLabel label, @Nullable LabelValue expected) {
    if (expected instanceof LabelValue.One one) {
      judged++;
      if (one.label().equals(label.label())) {
        right++;
      }
    }
  }

  long labels() {
    return labels;
  }

  /** A fraction of 1; empty as long as no right label was known. */
  OptionalDouble accuracy() {
    return judged == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / judged);
  }
}
