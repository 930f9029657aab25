package io.trunkline.cli.demo;

import java.util.Locale;

/**
 * How good a task's labels are, by the measure of its kind.
 *
 * @param measure what is measured
 * @param value how much of it
 */
record Figure(Measure measure, double value) {
  /** What is measured. */
  enum Measure {
    /** The share of right labels of a single-label task, a fraction of 1. */
    ACCURACY,
    /**
     * F1 over the labels of a multi-label task, or over spans, which must match exactly: {@code 2 ×
     * hits / (right + given)}, a fraction of 1.
     */
    F1,
    /** The mean absolute error of a score task. */
    MAE
  }

  /** As people read it. */
  @Override
  public String toString() {
    return switch (measure) {
      case ACCURACY -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
      case F1 -> String.format(Locale.ROOT, "F1 %.1f %%", 100 * value);
      case MAE -> String.format(Locale.ROOT, "off by %.2f", value);
    };
  }
}
