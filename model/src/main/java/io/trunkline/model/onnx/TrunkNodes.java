package io.trunkline.model.onnx;

import static io.trunkline.model.onnx.GraphBuilder.integer;
import static io.trunkline.model.onnx.GraphBuilder.integers;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.TaskKind;
import io.trunkline.model.network.Affine;
import io.trunkline.model.network.Layers;
import io.trunkline.model.text.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The trunk as nodes. Padding is −1, which is the last row of a table to ONNX: there lies a row
 * that makes no difference.
 */
final class TrunkNodes {
  /** No sum of a trained network comes near it, and it is far from the end of the floats. */
  private static final float NEVER_GREATEST = -1e30f;

  private static final String BATCH = "batch";
  private static final String TOKENS = "tokens";

  private final GraphBuilder graph;
  private final Model model;
  private final ModelSpec.Network network;
  private final OnnxGraph kind;
  private final Layers layers;

  TrunkNodes(GraphBuilder graph, Model model, OnnxGraph kind, Layers layers) {
    this.graph = graph;
    this.model = model;
    this.network = model.spec().network();
    this.kind = kind;
    this.layers = layers;
  }

  /** Adds them. */
  Trunk add() {
    String words = graph.input(OnnxModel.WORDS, DataType.INT64, BATCH, TOKENS);
    String present = present(words);
    List<String> convolutions = convolutions(words, present);
    boolean readTokens =
        model.spec().tasks().stream().anyMatch(task -> task.kind() == TaskKind.SPANS);
    List<String> ofTexts = new ArrayList<>();
    List<String> ofTokens = new ArrayList<>();
    if (OnnxModel.readsTexts(model.spec())) {
      ofTexts.add(wide());
    }
    if (readTokens) {
      ofTokens.add(embeddings(words));
    }
    for (String convolution : convolutions) {
      ofTexts.add(
          graph.node(
              "ReduceMax", List.of(integers("axes", 1), integer("keepdims", 0)), convolution));
      ofTokens.add(convolution);
    }
    return new Trunk(
        concatenated(ofTexts, 1), readTokens ? concatenated(ofTokens, 2) : null, present);
  }

  /** 1 for a token and 0 for padding, {@code [batch, tokens, 1]}. */
  private String present(String words) {
    String present = graph.node("GreaterOrEqual", words, graph.longs(0));
    String numbers =
        graph.node("Cast", List.of(integer("to", DataType.FLOAT.getNumber())), present);
    return graph.node("Unsqueeze", numbers, graph.longs(2));
  }

  /** {@code [batch, wideSize]}, behind its ReLU. */
  private String wide() {
    String ids = graph.input(OnnxModel.NGRAMS, DataType.INT64, BATCH, "ngrams");
    String weights = graph.input(OnnxModel.NGRAM_WEIGHTS, DataType.FLOAT, BATCH, "ngrams");
    float[] table = model.wide().toFloats();
    if (kind == OnnxGraph.FOLDED) {
      float[] spelled = layers.spelled(Lexicon.of(model).spellings());
      table = Arrays.copyOf(table, table.length + spelled.length);
      System.arraycopy(spelled, 0, table, table.length - spelled.length, spelled.length);
    }
    String rows = rows(table, network.wideSize(), ids);
    String sums = graph.node("MatMul", graph.node("Unsqueeze", weights, graph.longs(1)), rows);
    return graph.node("Relu", graph.node("Squeeze", sums, graph.longs(1)));
  }

  private String embeddings(String words) {
    float[] table = model.embeddings().toFloats();
    return rows(Arrays.copyOf(table, table.length + network.wordSize()), network.wordSize(), words);
  }

  private String rows(float[] table, int width, String ids) {
    return graph.node("Gather", graph.floats(table, table.length / width, width), ids);
  }

  /** What each convolution puts out, {@code [batch, tokens, filters]}, 0 for padding. */
  private List<String> convolutions(String words, String present) {
    List<String> outputs = new ArrayList<>();
    boolean folded = kind == OnnxGraph.FOLDED;
    if (folded) {
      outputs.addAll(folded(words));
    }
    String read = folded ? outputs.get(0) : embeddings(words);
    for (int i = outputs.size(); i < network.kernels().size(); i++) {
      String output = graph.node("Mul", convolution(i, read), present);
      outputs.add(output);
      read = i + 1 < layers.readingWords() ? read : output;
    }
    return outputs;
  }

  /** A convolution over {@code [batch, tokens, channels]}, behind its ReLU. */
  private String convolution(int index, String read) {
    int kernel = network.kernels().get(index);
    Affine layer = layers.convolution(index);
    int channels = layer.inputs() / kernel;
    float[] weights = new float[layer.weights().length];
    for (int filter = 0; filter < network.filters(); filter++) {
      for (int tap = 0; tap < kernel; tap++) {
        for (int channel = 0; channel < channels; channel++) {
          weights[(filter * channels + channel) * kernel + tap] =
              layer.weights()[(filter * kernel + tap) * channels + channel];
        }
      }
    }
    String sums =
        graph.node(
            "Conv",
            List.of(
                integers("dilations", layers.dilation(index)),
                integers("kernel_shape", kernel),
                integers("pads", -layers.shift(index, 0), layers.shift(index, kernel - 1))),
            turned(read),
            graph.floats(weights, network.filters(), channels, kernel),
            graph.floats(layer.biases(), network.filters()));
    return turned(graph.node("Relu", sums));
  }

  /** Tokens and channels in each other's place. */
  private String turned(String node) {
    return graph.node("Transpose", List.of(integers("perm", 0, 2, 1)), node);
  }

  /** The convolutions that read words, as sums of look-ups. */
  private List<String> folded(String words) {
    float[][][] tables = layers.folded();
    int before = 0;
    int after = 0;
    for (int i = 0; i < tables.length; i++) {
      before = Math.max(before, -layers.shift(i, 0));
      after = Math.max(after, layers.shift(i, tables[i].length - 1));
    }
    String padded = graph.node("Pad", words, graph.longs(0, before, 0, after), scalar(-1));
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < tables.length; i++) {
      String[] taps = new String[tables[i].length];
      for (int tap = 0; tap < taps.length; tap++) {
        int shift = layers.shift(i, tap);
        String ids = shifted(padded, before + shift, after - shift);
        taps[tap] = rows(withPadding(tables[i][tap], shift), network.filters(), ids);
      }
      String sum = taps.length == 1 ? taps[0] : graph.node("Sum", taps);
      Affine layer = layers.convolution(i);
      String biases = graph.floats(layer.biases(), network.filters());
      outputs.add(graph.node("Relu", graph.node("Add", sum, biases)));
    }
    return outputs;
  }

  private String scalar(long value) {
    return graph.node("Squeeze", graph.longs(value));
  }

  private String shifted(String padded, int cutBefore, int cutAfter) {
    long end = cutAfter == 0 ? Long.MAX_VALUE : -cutAfter;
    return graph.node("Slice", padded, graph.longs(cutBefore), graph.longs(end), graph.longs(1));
  }

  /** With a row for padding: of zeros, but where the padding is what is read for, nothing. */
  private float[] withPadding(float[] table, int shift) {
    float[] padded = Arrays.copyOf(table, table.length + network.filters());
    Arrays.fill(padded, table.length, padded.length, shift == 0 ? NEVER_GREATEST : 0);
    return padded;
  }

  private String concatenated(List<String> parts, int axis) {
    return graph.node("Concat", List.of(integer("axis", axis)), parts.toArray(String[]::new));
  }
}
