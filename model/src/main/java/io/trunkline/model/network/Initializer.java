package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.Vocabulary;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;

/** The parameters a network starts with. */
public final class Initializer {
  private static final double WIDE = 0.05;
  private static final double EMBEDDING = 0.1;

  private Initializer() {}

  public static Parameters parameters(
      ModelSpec spec, int wordRows, List<EncodedText> texts, RandomGenerator random) {
    ModelSpec.Network shape = spec.network();
    BitSet used = new BitSet();
    for (EncodedText text : texts) {
      for (int row : text.ngrams()) {
        used.set(row);
      }
    }
    float[] wide = new float[spec.features().wideRows() * shape.wideSize()];
    for (int row = used.nextSetBit(0); row >= 0; row = used.nextSetBit(row + 1)) {
      fill(wide, row * shape.wideSize(), shape.wideSize(), WIDE, random);
    }
    float[] embeddings = new float[wordRows * shape.wordSize()];
    int first = Vocabulary.UNKNOWN * shape.wordSize();
    fill(embeddings, first, embeddings.length - first, EMBEDDING, random);
    return new Parameters(wide, embeddings, dense(spec, random));
  }

  private static float[] dense(ModelSpec spec, RandomGenerator random) {
    ComputationGraph graph = TrunkGraph.build(spec, DataType.FLOAT);
    try {
      float[] dense = new float[Math.toIntExact(graph.numParams())];
      graph
          .paramTable()
          .forEach(
              (name, view) -> {
                if (name.endsWith("_W")) {
                  long outputs = name.startsWith("head") ? view.size(1) : view.size(0);
                  double fanIn = (double) view.length() / outputs;
                  double a = 1 / Math.sqrt(fanIn);
                  int from = Math.toIntExact(view.offset());
                  for (int i = 0; i < view.length(); i++) {
                    dense[from + i] = (float) ((2 * random.nextDouble() - 1) * a);
                  }
                }
              });
      return dense;
    } finally {
      graph.close();
    }
  }

  private static void fill(
      float[] values, int from, int length, double deviation, RandomGenerator random) {
    double bound = deviation * Math.sqrt(3);
    for (int i = from; i < from + length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
  }
}
