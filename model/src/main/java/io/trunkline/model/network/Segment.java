package io.trunkline.model.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * The stretch of the dense parameters that one layer owns.
 *
 * @param layer the layer's name
 * @param from its first parameter
 * @param length how many it has
 */
record Segment(String layer, int from, int length) {
  /** The segments of a graph's parameter vector, in its order; they cover all of it. */
  static List<Segment> of(ComputationGraph graph) {
    List<Segment> segments = new ArrayList<>();
    int from = 0;
    for (Layer layer : graph.getLayers()) {
      int length = Math.toIntExact(layer.numParams());
      if (length > 0) {
        segments.add(new Segment(layer.conf().getLayer().getLayerName(), from, length));
        from += length;
      }
    }
    return segments;
  }
}
