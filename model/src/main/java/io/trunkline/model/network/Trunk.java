package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The graph at work, with plain arrays at its edges. Confined to one thread. */
final class Trunk implements AutoCloseable {
  private final ModelSpec spec;
  private final ComputationGraph graph;
  private final Layout layout;
  private final List<Integer> places;
  private final List<long[]> shapes = new ArrayList<>();
  private final OffHeap inputs = new OffHeap();
  private List<INDArray> activations = List.of();

  /**
   * Gradients of a loss summed over a batch.
   *
   * @param dense by the dense parameters, as {@link Layout} has them
   * @param wide by the wide input, row by row; null if no head reads it
   * @param words by the word input, column by column
   */
  record Gradients(float[] dense, float @Nullable [] wide, float[] words) {}

  /** Builds the graph, with parameters all zero. */
  Trunk(ModelSpec spec) {
    this.spec = spec;
    graph = TrunkGraph.build(spec, DataType.FLOAT);
    layout = Layout.of(spec);
    places = layout.segments().stream().map(segment -> place(graph, segment.layer())).toList();
  }

  /** Where a layer's parameters begin in the graph's own order. */
  static int place(ComputationGraph graph, String layer) {
    long weights = graph.getLayer(layer).getParam(DefaultParamInitializer.WEIGHT_KEY).offset();
    long biases = graph.getLayer(layer).getParam(DefaultParamInitializer.BIAS_KEY).offset();
    return Math.toIntExact(Math.min(weights, biases));
  }

  Layout layout() {
    return layout;
  }

  /** Takes over the dense parameters. */
  void setParameters(float[] dense) {
    FloatBuffer into = graph.params().data().asNioFloat();
    for (int i = 0; i < places.size(); i++) {
      Segment segment = layout.segments().get(i);
      into.position(places.get(i));
      into.put(dense, Math.toIntExact(segment.from()), Math.toIntExact(segment.length()));
    }
  }

  /**
   * The raw outputs of each head, {@code [B × outputs]} or {@code [N × tags]}, column by column.
   */
  List<float[]> outputs(TrunkInput input) {
    INDArray[] outputs = graph.output(false, copy(input));
    inputs.close();
    List<float[]> values = Arrays.stream(outputs).map(OffHeap::read).toList();
    Arrays.stream(outputs).forEach(INDArray::close);
    return values;
  }

  /** The same, and keeps all that {@link #backward} needs, which is to follow. */
  List<float[]> forward(TrunkInput input) {
    Map<String, INDArray> byVertex = graph.feedForward(copy(input), true, false);
    activations = new ArrayList<>(byVertex.values());
    shapes.clear();
    List<float[]> outputs = new ArrayList<>();
    for (String name : graph.getConfiguration().getNetworkOutputs()) {
      INDArray output = Objects.requireNonNull(byVertex.get(name));
      shapes.add(output.shape());
      outputs.add(OffHeap.read(output));
    }
    return outputs;
  }

  /**
   * Gradients of a loss, given its gradients by the outputs of the forward pass just done.
   *
   * @param byOutputs shaped like the outputs
   */
  Gradients backward(List<float[]> byOutputs) {
    INDArray[] epsilons = new INDArray[byOutputs.size()];
    for (int i = 0; i < epsilons.length; i++) {
      long[] shape = shapes.get(i);
      epsilons[i] = inputs.copy(byOutputs.get(i), 'f', shape[0], shape[1]);
    }
    graph.backpropGradient(epsilons);
    float[] dense = dense();
    float[] words = taken(TrunkGraph.WORDS_TAP);
    float[] wide = graph.getVertex(TrunkGraph.WIDE_TAP) == null ? null : taken(TrunkGraph.WIDE_TAP);
    forget();
    return new Gradients(dense, wide, words);
  }

  private float[] dense() {
    FloatBuffer from = graph.getFlattenedGradients().data().asNioFloat();
    float[] dense = new float[layout.size()];
    for (int i = 0; i < places.size(); i++) {
      Segment segment = layout.segments().get(i);
      from.position(places.get(i));
      from.get(dense, Math.toIntExact(segment.from()), Math.toIntExact(segment.length()));
    }
    return dense;
  }

  private float[] taken(String tap) {
    return OffHeap.take(InputTap.takeGradient(graph, tap));
  }

  private INDArray[] copy(TrunkInput input) {
    ModelSpec.Network shape = spec.network();
    WordInput tokens = input.tokens();
    int texts = tokens.lengths().length;
    float[] lengths = new float[texts];
    for (int i = 0; i < texts; i++) {
      lengths[i] = tokens.lengths()[i];
    }
    List<INDArray> copies = new ArrayList<>();
    copies.add(inputs.copy(input.wide(), 'c', texts, shape.wideSize()));
    copies.add(inputs.copy(input.words(), 'f', tokens.tokens(), shape.wordSize()));
    copies.add(inputs.copy(lengths, 'c', texts, 1));
    copies.add(inputs.copy(input.kept(), 'c', texts, Layout.textFeatures(shape)));
    if (Heads.readTokens(spec)) {
      int features = Layout.tokenFeatures(shape);
      copies.add(inputs.copy(input.keptOfTokens(), 'f', tokens.tokens(), features));
    }
    return copies.toArray(INDArray[]::new);
  }

  /** Frees what a forward pass left. */
  private void forget() {
    for (INDArray activation : activations) {
      // Some are the inputs themselves, some views of others.
      if (activation.closeable() && !activation.wasClosed()) {
        activation.close();
      }
    }
    activations = List.of();
    inputs.close();
  }

  /** Not as the graph would: its own close has all garbage collected, twice, at a stop of all. */
  @Override
  public void close() {
    forget();
    graph.params().close();
    INDArray gradients = graph.getFlattenedGradients();
    if (gradients != null) {
      gradients.close();
    }
  }
}
