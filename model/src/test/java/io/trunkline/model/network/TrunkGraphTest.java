package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.ModelSpec.Network.Arrangement;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Every gradient the graph computes, against the difference quotient, in double precision. The loss
 * is linear in the outputs, so that its gradients are the graph's own; {@link LossTest} has the
 * losses.
 */
class TrunkGraphTest {
  private static final Task TYPE = task("type", TaskKind.SINGLE_LABEL, "a", "b", "c");
  private static final Task TOPICS = task("topics", TaskKind.MULTI_LABEL, "x", "y");
  private static final Task NAMES = task("names", TaskKind.SPANS, "person", "place");
  private static final Task MARK = task("mark", TaskKind.SCORE);
  private static final Task OTHER_TYPE = task("other", TaskKind.SINGLE_LABEL, "a", "b", "c");
  private static final Task NEXT =
      new Task(
          "next",
          TaskKind.SINGLE_LABEL,
          List.of("stop", "go"),
          false,
          List.of("names", "type", "topics", "mark"));

  private static final int[] LENGTHS = {8, 1, 5, 3};
  private static final int BATCH = LENGTHS.length;
  private static final int TOKENS = 17;
  private static final int WIDE = 5;
  private static final int WORD = 3;
  private static final double STEP = 1e-6;

  private final SplittableRandom random = new SplittableRandom(7);
  private ComputationGraph graph;
  private INDArray[] inputs;
  private INDArray[] slopes;

  static Stream<ModelSpec> specs() {
    return Stream.of(
        spec(Arrangement.PARALLEL, List.of(2, 3), NEXT, TYPE, OTHER_TYPE, TOPICS, NAMES, MARK),
        spec(Arrangement.STACKED, List.of(3, 3, 3), NEXT, TYPE, OTHER_TYPE, TOPICS, NAMES, MARK),
        spec(Arrangement.STACKED, List.of(3, 2), NAMES),
        spec(Arrangement.PARALLEL, List.of(4), MARK));
  }

  @AfterEach
  void closeGraph() {
    graph.close();
  }

  @ParameterizedTest
  @MethodSource("specs")
  void gradientsOfAllParametersAreRight(ModelSpec spec) {
    build(spec);
    assertGradient(graph.getFlattenedGradients().dup('c').toDoubleVector(), graph.params());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void gradientsOfTheInputsAreRight(ModelSpec spec) {
    build(spec);
    if (graph.getVertex(TrunkGraph.WIDE_TAP) != null) {
      assertGradient(taken(TrunkGraph.WIDE_TAP), inputs[0]);
    }
    backward();
    assertGradient(taken(TrunkGraph.WORDS_TAP), inputs[1]);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void parametersOfEachLayerAreWhereTheLayoutHasThem(ModelSpec spec) {
    build(spec);
    Layout layout = Layout.of(spec);
    assertThat(Layout.size(spec)).isEqualTo(graph.numParams());
    long end = 0;
    for (Segment segment : layout.segments()) {
      assertThat(segment.from()).isEqualTo(end);
      end = segment.to();
      INDArray weights = graph.getLayer(segment.layer()).getParam("W");
      INDArray biases = graph.getLayer(segment.layer()).getParam("b");
      assertThat(weights.length()).isEqualTo((long) segment.inputs() * segment.outputs());
      assertThat(biases.length()).isEqualTo(segment.outputs());
      int place = Trunk.place(graph, segment.layer());
      assertThat(weights.offset() - place).isEqualTo(segment.weights() - segment.from());
      assertThat(biases.offset() - place).isEqualTo(segment.bias(0) - segment.from());
    }
    assertThat(end).isEqualTo(graph.numParams());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void aTaskWithoutLossGivesNoGradientToWhatItAloneLearns(ModelSpec spec) {
    build(spec);
    slopes[0].assign(0);
    backward();
    double[] gradient = graph.getFlattenedGradients().dup('c').toDoubleVector();
    for (Segment segment : Layout.of(spec).segments()) {
      if (segment.tasks().cardinality() == 1 && segment.tasks().get(0)) {
        int place = Trunk.place(graph, segment.layer());
        for (int i = 0; i < segment.length(); i++) {
          assertThat(gradient[place + i]).isZero();
        }
      }
    }
  }

  private void build(ModelSpec spec) {
    graph = TrunkGraph.build(spec, DataType.DOUBLE);
    fill(graph.params());
    INDArray lengths = Nd4j.createFromArray(LENGTHS).castTo(DataType.DOUBLE);
    List<INDArray> all = new ArrayList<>();
    all.add(filled(BATCH, WIDE));
    all.add(filled(TOKENS, WORD));
    all.add(lengths.reshape(BATCH, 1));
    all.add(factors(BATCH, Layout.textFeatures(spec.network())));
    if (Heads.readTokens(spec)) {
      all.add(factors(TOKENS, Layout.tokenFeatures(spec.network())));
    }
    inputs = all.toArray(INDArray[]::new);
    slopes = new INDArray[spec.tasks().size()];
    for (int i = 0; i < slopes.length; i++) {
      int outputs = Heads.outputs(spec.tasks().get(i));
      boolean tokens = Heads.readsTokens(spec.tasks().get(i));
      slopes[i] = filled(tokens ? TOKENS : BATCH, outputs);
    }
    backward();
  }

  private double[] taken(String tap) {
    return InputTap.takeGradient(graph, tap).reshape(-1).toDoubleVector();
  }

  private void assertGradient(double[] gradient, INDArray over) {
    assertThat(gradient).hasSize((int) over.length());
    for (int i = 0; i < gradient.length; i++) {
      assertGradientAt(gradient[i], over, i);
    }
  }

  private void assertGradientAt(double gradient, INDArray over, int i) {
    double value = over.getDouble(i);
    over.putScalar(i, value + STEP);
    double above = loss();
    over.putScalar(i, value - STEP);
    double below = loss();
    over.putScalar(i, value);
    assertThat(gradient)
        .as("gradient of number %d", i)
        .isCloseTo((above - below) / (2 * STEP), within(1e-7));
  }

  private double loss() {
    INDArray[] outputs = graph.output(false, inputs);
    double loss = 0;
    for (int i = 0; i < outputs.length; i++) {
      loss += outputs[i].mul(slopes[i]).sumNumber().doubleValue();
    }
    return loss;
  }

  private void backward() {
    Map<String, INDArray> outputs = graph.feedForward(inputs, true, false);
    assertThat(outputs).isNotEmpty();
    INDArray[] epsilons = Stream.of(slopes).map(INDArray::dup).toArray(INDArray[]::new);
    graph.backpropGradient(epsilons);
  }

  private INDArray factors(int rows, int width) {
    INDArray factors = Nd4j.zeros(DataType.DOUBLE, rows, width);
    for (int i = 0; i < factors.length(); i++) {
      factors.putScalar(i, random.nextInt(3) == 0 ? 0 : 1.5);
    }
    return factors;
  }

  private INDArray filled(long... shape) {
    return fill(Nd4j.zeros(DataType.DOUBLE, shape));
  }

  private INDArray fill(INDArray array) {
    for (long i = 0; i < array.length(); i++) {
      array.putScalar(i, random.nextDouble() - 0.5);
    }
    return array;
  }

  private static Task task(String name, TaskKind kind, String... labels) {
    return new Task(name, kind, List.of(labels));
  }

  private static ModelSpec spec(Arrangement arrangement, List<Integer> kernels, Task... tasks) {
    return new ModelSpec(
        List.of(tasks),
        new ModelSpec.Features(16, 8, 8),
        new ModelSpec.Network(WIDE, WORD, arrangement, kernels, 3));
  }
}
