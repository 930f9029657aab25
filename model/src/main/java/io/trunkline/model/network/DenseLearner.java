package io.trunkline.model.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns convolutions and heads with AdamW, segment by segment. A segment that is not to learn in a
 * step is left alone, moments, decay and all: Adam's momentum would move it even though its
 * gradient is zero.
 */
final class DenseLearner {
  private final float[] parameters;
  private final AdamW adam;
  private final Map<Segment, Integer> steps = new HashMap<>();

  DenseLearner(float[] parameters, double decay) {
    this.parameters = parameters;
    adam = new AdamW(parameters.length, decay);
  }

  /**
   * Updates some segments.
   *
   * @param gradients of all parameters, summed over the batch
   * @param scale what to multiply gradients by: 1 / batch size
   */
  void update(List<Segment> segments, float[] gradients, float scale, double rate) {
    for (Segment segment : segments) {
      int step = steps.merge(segment, 1, Integer::sum);
      adam.update(
          parameters, gradients, (int) segment.from(), (int) segment.to(), scale, rate, step);
    }
  }
}
