package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.ModelSpec.Network;
import io.trunkline.model.Task;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * The part of the network that Deeplearning4j computes: all but the two tables.
 *
 * <pre>
 * wide  [B, wideSize] ─ tap ─ ReLU ────────────────────────────┐
 * words [B, wordSize, T] ─ tap ─┬ Conv1D k₁ ─ ReLU ─ max over T ┤
 *                               ├ Conv1D k₂ ─ ReLU ─ max over T ┼ concat ─ × kept ─┬ softmax head of task 1
 *                               └ …                             ┘                  └ …
 * </pre>
 *
 * <p>{@code kept} [B, representation] is the dropout mask, 1 where nothing is dropped. It is an
 * input, so that the graph itself holds no randomness: ND4J's generator is shared by everything
 * that runs in its thread.
 */
final class TrunkGraph {
  static final String WIDE = "wide";
  static final String WORDS = "words";
  static final String KEPT = "kept";
  static final String WIDE_TAP = "wide-tap";
  static final String WORDS_TAP = "words-tap";

  private TrunkGraph() {}

  /** Width of what the heads read. */
  static int representationSize(Network network) {
    return network.wideSize() + network.kernels().size() * network.filters();
  }

  /** The name of the head of the task at {@code index}. */
  static String head(int index) {
    return "head-" + index;
  }

  /** Builds it, with parameters all zero. */
  static ComputationGraph build(ModelSpec spec, DataType type) {
    Engine.start();
    Network network = spec.network();
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .updater(new NoOp())
            .graphBuilder()
            // It refuses a head with a single label, which is of little use but does no harm.
            .validateOutputLayerConfig(false)
            .addInputs(WIDE, WORDS, KEPT)
            .addVertex(WIDE_TAP, new InputTap(), WIDE)
            .addVertex(WORDS_TAP, new InputTap(), WORDS)
            .addLayer("wide-relu", new ActivationLayer(Activation.RELU), WIDE_TAP);
    String[] parts = new String[1 + network.kernels().size()];
    parts[0] = "wide-relu";
    for (int i = 0; i < network.kernels().size(); i++) {
      parts[i + 1] = addConvolution(graph, network, i);
    }
    graph
        .addVertex("parts", new MergeVertex(), parts)
        .addVertex(
            "representation", new ElementWiseVertex(ElementWiseVertex.Op.Product), "parts", KEPT);
    addHeads(graph, spec);
    ComputationGraph built = new ComputationGraph(graph.build());
    built.init();
    built.params().assign(0);
    return built;
  }

  private static String addConvolution(GraphBuilder graph, Network network, int index) {
    String convolution = "convolution-" + index;
    String maximum = "maximum-" + index;
    graph
        .addLayer(
            convolution,
            new Convolution1D.Builder(network.kernels().get(index))
                .nIn(network.wordSize())
                .nOut(network.filters())
                .convolutionMode(ConvolutionMode.Same)
                .rnnDataFormat(RNNFormat.NCW)
                .activation(Activation.RELU)
                .build(),
            WORDS_TAP)
        .addLayer(maximum, new GlobalPoolingLayer(PoolingType.MAX), convolution);
    return maximum;
  }

  private static void addHeads(GraphBuilder graph, ModelSpec spec) {
    String[] heads = new String[spec.tasks().size()];
    for (int i = 0; i < heads.length; i++) {
      Task task = spec.tasks().get(i);
      heads[i] = head(i);
      graph.addLayer(
          heads[i],
          new OutputLayer.Builder(new CrossEntropy())
              .nIn(representationSize(spec.network()))
              .nOut(task.labels().size())
              .activation(Activation.SOFTMAX)
              .build(),
          "representation");
    }
    graph.setOutputs(heads);
  }
}
