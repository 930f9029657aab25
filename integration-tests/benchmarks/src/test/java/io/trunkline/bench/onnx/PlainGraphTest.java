package io.trunkline.bench.onnx;

import io.trunkline.model.Model;
import io.trunkline.model.network.Scorer;
import io.trunkline.model.network.ScorerContract;
import io.trunkline.model.onnx.OnnxGraph;

class PlainGraphTest extends ScorerContract {
  @Override
  protected Scorer scorer(Model model) {
    return new OnnxScorer(model, OnnxGraph.PLAIN);
  }
}
