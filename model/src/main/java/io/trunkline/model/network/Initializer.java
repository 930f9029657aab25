package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.Vocabulary;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Draws the parameters a network starts with, all uniformly around zero: tables with a fixed
 * deviation, weights within ±1/√(inputs), biases zero.
 *
 * <p>A row of the n-gram table that no training text has stays zero. It will never be learnt, so
 * that an n-gram met for the first time says nothing, rather than something random; and zeros take
 * no room in a model file.
 */
public final class Initializer {
  private static final double WIDE_DEVIATION = 0.05;
  private static final double EMBEDDING_DEVIATION = 0.1;

  private final RandomGenerator random;

  private Initializer(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Parameters to start with.
   *
   * @param spec the network
   * @param wordRows rows of the word embeddings
   * @param texts that it will learn from
   * @param random where the numbers come from; ND4J's own generator is not used
   */
  public static Parameters parameters(
      ModelSpec spec, int wordRows, List<EncodedText> texts, RandomGenerator random) {
    Initializer initializer = new Initializer(random);
    return new Parameters(
        initializer.wide(spec, texts),
        initializer.embeddings(wordRows, spec.network().wordSize()),
        initializer.dense(spec));
  }

  private float[] wide(ModelSpec spec, List<EncodedText> texts) {
    BitSet used = new BitSet();
    for (EncodedText text : texts) {
      Arrays.stream(text.wordNgrams()).forEach(used::set);
      Arrays.stream(text.characterNgrams()).forEach(used::set);
    }
    int width = spec.network().wideSize();
    float[] table = new float[spec.features().wideRows() * width];
    used.stream().forEach(row -> fill(table, row * width, width, WIDE_DEVIATION * Math.sqrt(3)));
    return table;
  }

  private float[] embeddings(int rows, int width) {
    float[] table = new float[rows * width];
    int padding = (Vocabulary.PADDING + 1) * width;
    fill(table, padding, table.length - padding, EMBEDDING_DEVIATION * Math.sqrt(3));
    return table;
  }

  private float[] dense(ModelSpec spec) {
    ComputationGraph graph = TrunkGraph.build(spec, DataType.FLOAT);
    try {
      float[] dense = new float[Math.toIntExact(graph.numParams())];
      for (Layer layer : graph.getLayers()) {
        if (layer.numParams() > 0) {
          INDArray weights = layer.getParam(DefaultParamInitializer.WEIGHT_KEY);
          INDArray biases = layer.getParam(DefaultParamInitializer.BIAS_KEY);
          int from = Math.toIntExact(weights.offset());
          int length = Math.toIntExact(weights.length());
          double inputs = (double) weights.length() / biases.length();
          fill(dense, from, length, 1 / Math.sqrt(inputs));
        }
      }
      return dense;
    } finally {
      graph.close();
    }
  }

  /** Draws from [−bound, bound), whose deviation is bound/√3. */
  private void fill(float[] values, int from, int length, double bound) {
    for (int i = from; i < from + length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
  }
}
