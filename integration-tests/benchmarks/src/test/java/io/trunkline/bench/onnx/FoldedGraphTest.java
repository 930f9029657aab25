package io.trunkline.bench.onnx;

import io.trunkline.model.Model;
import io.trunkline.model.network.CompiledNetwork;
import io.trunkline.model.network.Scorer;
import io.trunkline.model.network.ScorerContract;
import io.trunkline.model.onnx.OnnxGraph;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.Lexicon;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldedGraphTest extends ScorerContract {
  @Override
  protected Scorer scorer(Model model) {
    return new OnnxScorer(model, OnnxGraph.FOLDED);
  }

  /** The graph has the tables as they were rounded, so that it says what serves. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aQuantizedModelSaysWhatItSaysCompiled(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Model model = model(spec(random), random).quantized();
    List<EncodedText> texts = texts(20, 10, random);
    try (Scorer scorer = scorer(model);
        Scorer compiled = CompiledNetwork.of(model, Lexicon.of(model).spellings()).scorer()) {
      requireEqual(scorer.score(texts).byTask(), compiled.score(texts).byTask(), texts.size());
    }
  }
}
