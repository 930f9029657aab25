package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.text.EncodedText;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network that answers. It reads its tables where they lie, so that many may share them; the
 * dense parameters it copies. Confined to one thread.
 */
public final class Network implements AutoCloseable {
  private final ModelSpec spec;
  private final Parameters parameters;
  private final ComputationGraph graph;

  /** Builds the network; {@link #close()} frees what it holds outside the heap. */
  public Network(ModelSpec spec, Parameters parameters) {
    this.spec = spec;
    this.parameters = parameters;
    graph = TrunkGraph.build(spec, DataType.FLOAT);
    Arrays2.write(parameters.dense(), graph.params());
  }

  /**
   * How likely each label is.
   *
   * @param texts at least one
   * @return for each task the probabilities of its labels, row-major, {@code [texts × labels]}
   */
  public List<float[]> probabilities(List<EncodedText> texts) {
    ModelSpec.Network shape = spec.network();
    int size = texts.size();
    NgramInput ngrams = NgramInput.of(texts, parameters.wide(), shape.wideSize());
    WordInput words = WordInput.of(texts, shape.wordSize());
    int representation = TrunkGraph.representationSize(shape);
    try (INDArray wide = Arrays2.of(ngrams.sums(), size, shape.wideSize());
        INDArray deep =
            Arrays2.of(
                words.gather(parameters.embeddings()), size, shape.wordSize(), words.length());
        INDArray mask = Arrays2.of(words.mask(), size, words.length());
        INDArray kept = Nd4j.ones(DataType.FLOAT, size, representation)) {
      INDArray[] outputs =
          graph.output(false, new INDArray[] {wide, deep, kept}, new INDArray[] {null, mask, null});
      List<float[]> probabilities = new ArrayList<>(outputs.length);
      for (INDArray output : outputs) {
        probabilities.add(Arrays2.read(output));
      }
      return probabilities;
    }
  }

  @Override
  public void close() {
    graph.close();
  }
}
