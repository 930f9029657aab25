package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.text.EncodedText;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network that answers. It reads the tables where they lie, so that many networks may share them;
 * the graph has a copy of the dense parameters. Confined to one thread.
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
    copyDenseToGraph();
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
    int representation = TrunkGraph.representationSize(shape);
    float[] kept = new float[size * representation];
    Arrays.fill(kept, 1);
    NgramInput ngrams = new NgramInput(texts, shape.wideSize());
    WordInput words = WordInput.of(texts, shape.wordSize());
    try (OffHeap memory = new OffHeap()) {
      INDArray[] inputs = {
        memory.copy(ngrams.gather(parameters.wide()), size, shape.wideSize()),
        memory.copy(words.gather(parameters.embeddings()), size, shape.wordSize(), words.length()),
        memory.copy(kept, size, representation)
      };
      INDArray[] masks = {null, memory.copy(words.mask(), size, words.length()), null};
      return Arrays.stream(graph.output(false, inputs, masks)).map(OffHeap::take).toList();
    }
  }

  ModelSpec spec() {
    return spec;
  }

  Parameters parameters() {
    return parameters;
  }

  ComputationGraph graph() {
    return graph;
  }

  /** To be called when the dense parameters have changed. */
  void copyDenseToGraph() {
    OffHeap.write(parameters.dense(), graph.params());
  }

  @Override
  public void close() {
    graph.close();
  }
}
