package io.trunkline.model.gate;

/**
 * How much worse a candidate may be, and how sure that must be.
 *
 * @param margin ε: the least that the lower end of a paired difference may be is −ε; in (0, 1)
 * @param confidence of the intervals, one-sided, in (0.5, 1)
 * @param minLabelExamples held-out texts that a label needs to be compared by itself
 */
public record GateSettings(double margin, double confidence, int minLabelExamples) {
  /** Two points of a hundred, with 95 % confidence, labels from thirty texts on. */
  public static GateSettings defaults() {
    return new GateSettings(0.02, 0.95, 30);
  }
}
