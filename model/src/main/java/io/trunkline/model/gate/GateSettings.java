package io.trunkline.model.gate;

import io.trunkline.model.InvalidInputException;

/**
 * How much worse a candidate may be, and how sure that must be. They come from configuration, so a
 * value out of range is refused with an {@link InvalidInputException}.
 *
 * @param margin ε: the least that the lower end of a paired difference may be is −ε; in (0, 1)
 * @param confidence of the intervals, one-sided, in (0.5, 1)
 * @param minLabelExamples held-out texts that a label needs to be compared by itself; at least 1
 */
public record GateSettings(double margin, double confidence, int minLabelExamples) {
  public GateSettings {
    require(margin > 0 && margin < 1, "margin", margin, "above 0 and below 1");
    require(confidence > 0.5 && confidence < 1, "confidence", confidence, "above 0.5 and below 1");
    require(minLabelExamples >= 1, "minLabelExamples", minLabelExamples, "at least 1");
  }

  /** Two points of a hundred, with 95 % confidence, labels from thirty texts on. */
  public static GateSettings defaults() {
    return new GateSettings(0.02, 0.95, 30);
  }

  private static void require(boolean holds, String name, Object value, String expected) {
    if (!holds) {
      throw new InvalidInputException(
          "the gate's %s is %s, expected %s".formatted(name, value, expected));
    }
  }
}
