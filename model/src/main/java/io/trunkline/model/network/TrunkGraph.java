package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.ModelSpec.Network;
import io.trunkline.model.Task;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * The part of the network that Deeplearning4j computes: all but the two tables and the losses. Of B
 * texts with N tokens, one text after the other:
 *
 * <pre>
 * wide  [B × wideSize] ─ tap ─ ReLU ─────────────────────────────────────┐
 * words [N × wordSize] ─ tap ─┬ windows ─ dense, ReLU ─┬ maximum by text ┼ concat ─ × kept ─ label and score heads
 *                             ├ …                      │           ┘
 *                             └────────────────────────┴ concat ─ × kept ─ span heads, a token at a time
 * </pre>
 *
 * <p>A dense layer behind windows is a convolution. Parallel ones read the words, stacked ones each
 * the one before, with dilations 1, 2, 4, 8, 8 …. A fusion head reads what other heads say, through
 * a dense layer with ReLU: the softmax of single-label, the sigmoids of multi-label, the number of
 * a score, and of spans for each tag the greatest sigmoid over the tokens. The outputs are raw
 * logits, one matrix a task.
 *
 * <p>{@code kept} is the dropout mask. It is an input, so that the graph itself holds no
 * randomness: ND4J's generator is shared by everything that runs in its thread.
 */
final class TrunkGraph {
  static final String WIDE = "wide";
  static final String WORDS = "words";
  static final String LENGTHS = "lengths";
  static final String KEPT = "kept";
  static final String KEPT_OF_TOKENS = "kept-of-tokens";
  static final String WIDE_TAP = "wide-tap";
  static final String WORDS_TAP = "words-tap";

  private static final int MOST_DILATIONS = 3;

  private static final String TEXT = "text";
  private static final String TOKENS = "tokens";

  private final ModelSpec spec;
  private final GraphBuilder graph;

  /** The name of the convolution at {@code index}. */
  static String convolution(int index) {
    return "convolution-" + index;
  }

  /** How far apart the tokens are that the convolution at {@code index} reads. */
  static int dilation(Network network, int index) {
    boolean stacked = network.arrangement() == Network.Arrangement.STACKED;
    return stacked ? 1 << Math.min(index, MOST_DILATIONS) : 1;
  }

  /** The name of a group's common head. */
  static String common(int group) {
    return "common-" + group;
  }

  /** The name of the layer between a fusion head and the tasks it reads. */
  static String fusion(int task) {
    return "fusion-" + task;
  }

  /** The name of the head of the task at {@code index}. */
  static String head(int index) {
    return "head-" + index;
  }

  /** Builds it, with parameters all zero. */
  static ComputationGraph build(ModelSpec spec, DataType type) {
    Engine.start();
    ComputationGraph built = new ComputationGraph(new TrunkGraph(spec, type).graph.build());
    built.init();
    built.params().assign(0);
    return built;
  }

  private TrunkGraph(ModelSpec spec, DataType type) {
    this.spec = spec;
    graph =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .updater(new NoOp())
            .graphBuilder()
            // Without a label task nothing reads the wide input, without spans no token is read.
            .allowDisconnected(true)
            .addInputs(WIDE, WORDS, LENGTHS, KEPT)
            .addVertex(WORDS_TAP, new InputTap(), WORDS);
    List<String> layers = addConvolutions();
    if (spec.tasks().stream().anyMatch(Heads::readsText)) {
      addTextFeatures(layers);
    }
    if (Heads.readTokens(spec)) {
      addTokenFeatures(layers);
    }
    addHeads();
  }

  private List<String> addConvolutions() {
    Network network = spec.network();
    boolean stacked = network.arrangement() == Network.Arrangement.STACKED;
    List<String> layers = new ArrayList<>();
    String last = WORDS_TAP;
    for (int i = 0; i < network.kernels().size(); i++) {
      String windows = "windows-" + i;
      int kernel = network.kernels().get(i);
      graph.addVertex(windows, new Windows(kernel, dilation(network, i)), last, LENGTHS);
      int inputs = kernel * Layout.channels(network, i);
      addDense(convolution(i), Activation.RELU, inputs, network.filters(), windows);
      layers.add(convolution(i));
      last = stacked ? convolution(i) : last;
    }
    return layers;
  }

  private void addTextFeatures(List<String> layers) {
    List<String> parts = new ArrayList<>(List.of("wide-relu"));
    graph
        .addVertex(WIDE_TAP, new InputTap(), WIDE)
        .addLayer("wide-relu", new ActivationLayer(Activation.RELU), WIDE_TAP);
    for (String layer : layers) {
      String maximum = layer + "-maximum";
      graph.addVertex(maximum, new TextMaximum(), layer, LENGTHS);
      parts.add(maximum);
    }
    graph
        .addVertex("text-parts", new Concatenation(), parts.toArray(String[]::new))
        .addVertex(TEXT, new Factors(), "text-parts", KEPT);
  }

  private void addTokenFeatures(List<String> layers) {
    List<String> parts = new ArrayList<>(List.of(WORDS_TAP));
    parts.addAll(layers);
    graph
        .addInputs(KEPT_OF_TOKENS)
        .addVertex("token-parts", new Concatenation(), parts.toArray(String[]::new))
        .addVertex(TOKENS, new Factors(), "token-parts", KEPT_OF_TOKENS);
  }

  private void addHeads() {
    List<Task> tasks = spec.tasks();
    List<List<Integer>> common = Heads.common(spec);
    for (int group = 0; group < common.size(); group++) {
      Task task = tasks.get(common.get(group).get(0));
      addDense(common(group), Activation.IDENTITY, textWidth(), Heads.outputs(task), TEXT);
    }
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      addHead(i);
      List<String> parts = new ArrayList<>(List.of(head(i)));
      for (int group = 0; group < common.size(); group++) {
        if (common.get(group).contains(i)) {
          parts.add(common(group));
        }
      }
      outputs.add("logits-" + i);
      addSum("logits-" + i, parts);
      addReading(i, parts);
    }
    graph.setOutputs(outputs.toArray(String[]::new));
  }

  private void addHead(int index) {
    Task task = spec.tasks().get(index);
    int outputs = Heads.outputs(task);
    if (Heads.isFusion(task)) {
      List<Integer> read =
          task.reads().stream().map(name -> Heads.place(spec.tasks(), name)).toList();
      int inputs = read.stream().mapToInt(i -> Heads.outputs(spec.tasks().get(i))).sum();
      String[] readings = read.stream().map(TrunkGraph::reading).toArray(String[]::new);
      graph.addVertex("fusion-parts-" + index, new Concatenation(), readings);
      addDense(fusion(index), Activation.RELU, inputs, Heads.FUSION, "fusion-parts-" + index);
      addDense(head(index), Activation.IDENTITY, Heads.FUSION, outputs, fusion(index));
    } else if (Heads.readsTokens(task)) {
      int inputs = Layout.tokenFeatures(spec.network());
      addDense(head(index), Activation.IDENTITY, inputs, outputs, TOKENS);
    } else {
      addDense(head(index), Activation.IDENTITY, textWidth(), outputs, TEXT);
    }
  }

  /** What a task says, as fusion heads read it; only if one does. */
  private void addReading(int index, List<String> parts) {
    Task task = spec.tasks().get(index);
    if (spec.tasks().stream().noneMatch(other -> other.reads().contains(task.name()))) {
      return;
    }
    // Not of the output itself: Deeplearning4j loses the gradient that comes back into an output
    // from inside the graph.
    String sum = "said-" + index;
    String reading = reading(index);
    addSum(sum, parts);
    switch (task.kind()) {
      case SINGLE_LABEL -> addActivation(reading, Activation.SOFTMAX, sum);
      case MULTI_LABEL -> addActivation(reading, Activation.SIGMOID, sum);
      case SCORE -> addActivation(reading, Activation.IDENTITY, sum);
      case SPANS -> {
        addActivation(reading + "-sigmoid", Activation.SIGMOID, sum);
        graph.addVertex(reading, new TextMaximum(), reading + "-sigmoid", LENGTHS);
      }
    }
  }

  private static String reading(int task) {
    return "reading-" + task;
  }

  private int textWidth() {
    return Layout.textFeatures(spec.network());
  }

  private void addSum(String name, List<String> parts) {
    graph.addVertex(
        name, new ElementWiseVertex(ElementWiseVertex.Op.Add), parts.toArray(String[]::new));
  }

  private void addActivation(String name, Activation activation, String input) {
    graph.addLayer(name, new ActivationLayer(activation), input);
  }

  private void addDense(String name, Activation activation, int inputs, int outputs, String from) {
    graph.addLayer(name, new ColumnDense(inputs, outputs, activation), from);
  }
}
