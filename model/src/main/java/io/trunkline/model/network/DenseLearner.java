package io.trunkline.model.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns convolutions and heads with AdamW, segment by segment. A segment that is not to learn in a
 * step is left alone, moments, decay and all: Adam's momentum would move it even though its
 * gradient is zero.
 */
final class DenseLearner {
  private static final double SLOW = 0.2;

  private final float[] parameters;
  private final AdamW adam;
  private final Set<String> slow;
  private final Map<Segment, Integer> steps = new HashMap<>();

  /**
   * Starts with moments of zero.
   *
   * @param slow layers that learn at {@value #SLOW} times the rate
   */
  DenseLearner(float[] parameters, double decay, Set<String> slow) {
    this.parameters = parameters;
    this.slow = slow;
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
      double pace = slow.contains(segment.layer()) ? SLOW * rate : rate;
      adam.update(
          parameters, gradients, (int) segment.from(), (int) segment.to(), scale, pace, step);
    }
  }
}
