package io.trunkline.model.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns convolutions and heads with AdamW. A head is left alone, moments, decay and all, in a step
 * that has no label for it: Adam's momentum would move it even though its gradient is zero.
 */
final class DenseLearner {
  private final float[] parameters;
  private final List<Segment> segments;
  private final AdamW adam;
  private final int[] steps;

  DenseLearner(float[] parameters, List<Segment> segments, double decay) {
    this.parameters = parameters;
    this.segments = segments;
    adam = new AdamW(parameters.length, decay);
    steps = new int[segments.size()];
  }

  void update(float[] gradients, List<Targets> targets, float scale, double rate) {
    Map<String, Targets> byHead = new HashMap<>();
    for (int i = 0; i < targets.size(); i++) {
      byHead.put(TrunkGraph.head(i), targets.get(i));
    }
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      Targets head = byHead.get(segment.layer());
      if (head == null || head.any()) {
        steps[i]++;
        adam.update(
            parameters,
            segment.from(),
            segment.length(),
            gradients,
            segment.from(),
            scale,
            rate,
            steps[i]);
      }
    }
  }
}
