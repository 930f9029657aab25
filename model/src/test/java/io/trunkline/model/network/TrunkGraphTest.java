package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every gradient the graph computes, against the difference quotient, in double precision. */
class TrunkGraphTest {
  private static final ModelSpec SPEC =
      new ModelSpec(
          List.of(
              new Task("first", TaskKind.SINGLE_LABEL, List.of("a", "b", "c")),
              new Task("second", TaskKind.SINGLE_LABEL, List.of("x", "y"))),
          new ModelSpec.Features(16, 8, 8),
          new ModelSpec.Network(5, 3, ModelSpec.Network.Arrangement.PARALLEL, List.of(2, 3, 4), 4));
  private static final int REPRESENTATION = TrunkGraph.representationSize(SPEC.network());

  private static final int[] LENGTHS = {8, 1, 5, 3};
  private static final int BATCH = 4;
  private static final int TIME = 8;
  private static final double STEP = 1e-5;

  private final SplittableRandom random = new SplittableRandom(7);
  private ComputationGraph graph;
  private INDArray wide;
  private INDArray words;
  private INDArray[] features;
  private INDArray[] labels;
  private INDArray wordMask;

  @BeforeEach
  void buildGraphAndBatch() {
    graph = TrunkGraph.build(SPEC, DataType.DOUBLE);
    fill(graph.params());
    wide = filled(BATCH, 5);
    wordMask = Nd4j.zeros(DataType.DOUBLE, BATCH, TIME);
    words = filled(BATCH, 3, TIME);
    INDArray kept = Nd4j.zeros(DataType.DOUBLE, BATCH, REPRESENTATION);
    for (int text = 0; text < BATCH; text++) {
      for (int t = 0; t < TIME; t++) {
        boolean token = t < LENGTHS[text];
        wordMask.putScalar(text, t, token ? 1 : 0);
        for (int i = 0; i < 3 && !token; i++) {
          words.putScalar(text, i, t, 0);
        }
      }
      for (int i = 0; i < REPRESENTATION; i++) {
        kept.putScalar(text, i, random.nextInt(3) == 0 ? 0 : 1.5);
      }
    }
    features = new INDArray[] {wide, words, kept};
    // The second text is labelled for the second task alone, the third for the first, the last for
    // none.
    labels =
        new INDArray[] {
          Nd4j.create(new double[][] {{.8, .1, .1}, {0, 0, 0}, {.1, .1, .8}, {0, 0, 0}}),
          Nd4j.create(new double[][] {{.1, .9}, {.9, .1}, {0, 0}, {0, 0}})
        };
    backward();
  }

  @AfterEach
  void closeGraph() {
    graph.close();
  }

  @Test
  void gradientsOfAllParametersAreRight() {
    INDArray gradient = graph.getFlattenedGradients().dup('c');
    assertGradient(gradient.toDoubleVector(), graph.params());
  }

  @Test
  void gradientsOfTheWideInputAreRight() {
    assertGradient(taken(TrunkGraph.WIDE_TAP), wide);
  }

  @Test
  void gradientsOfTheWordInputAreRightWhereThereAreWords() {
    double[] gradient = taken(TrunkGraph.WORDS_TAP);
    for (int i = 0; i < gradient.length; i++) {
      int text = i / (3 * TIME);
      if (i % TIME < LENGTHS[text]) {
        assertGradientAt(gradient[i], words, i);
      }
    }
  }

  @Test
  void theLossIsTheSmoothedCrossEntropyOverTheBatch() {
    INDArray[] outputs = graph.output(false, features, new INDArray[] {null, wordMask, null});
    double expected = 0;
    for (int head = 0; head < 2; head++) {
      for (int text = 0; text < BATCH; text++) {
        for (int label = 0; label < outputs[head].size(1); label++) {
          expected -=
              labels[head].getDouble(text, label) * Math.log(outputs[head].getDouble(text, label));
        }
      }
    }
    assertThat(graph.score()).isCloseTo(expected / BATCH, within(1e-9));
  }

  @Test
  void aTextWithoutLabelsHasNoGradientAtAll() {
    double[] gradient = taken(TrunkGraph.WIDE_TAP);
    for (int i = 3 * 5; i < 4 * 5; i++) {
      assertThat(gradient[i]).isZero();
    }
    double[] wordGradient = taken(TrunkGraph.WORDS_TAP);
    for (int i = 3 * 3 * TIME; i < 4 * 3 * TIME; i++) {
      assertThat(wordGradient[i]).isZero();
    }
  }

  @Test
  void aHeadWithoutLabelsHasNoGradientAndGivesNone() {
    labels[1].assign(0);
    backward();
    double[] gradient = graph.getFlattenedGradients().dup('c').toDoubleVector();
    Segment head =
        Segment.of(graph).stream()
            .filter(segment -> segment.layer().equals(TrunkGraph.head(1)))
            .findFirst()
            .orElseThrow();
    for (int i = head.from(); i < head.from() + head.length(); i++) {
      assertThat(gradient[i]).isZero();
    }
    // The second text is labelled for that head alone.
    double[] wideGradient = taken(TrunkGraph.WIDE_TAP);
    for (int i = 5; i < 2 * 5; i++) {
      assertThat(wideGradient[i]).isZero();
    }
  }

  @Test
  void segmentsAreWhereTheParametersAre() {
    for (Segment segment : Segment.of(graph)) {
      long weights = graph.paramTable().get(segment.layer() + "_W").offset();
      long biases = graph.paramTable().get(segment.layer() + "_b").offset();
      assertThat(Math.min(weights, biases)).isEqualTo(segment.from());
    }
    assertThat(Segment.of(graph).stream().mapToLong(Segment::length).sum())
        .isEqualTo(graph.numParams())
        .isEqualTo(SPEC.denseSize());
  }

  private double[] taken(String tap) {
    return InputTap.takeGradient(graph, tap).reshape(-1).toDoubleVector();
  }

  private void assertGradient(double[] summed, INDArray over) {
    assertThat(summed).hasSize((int) over.length());
    for (int i = 0; i < summed.length; i++) {
      assertGradientAt(summed[i], over, i);
    }
  }

  /** The graph's gradient is of the batch's sum, its score the batch's mean. */
  private void assertGradientAt(double summed, INDArray over, int i) {
    double value = over.getDouble(i);
    over.putScalar(i, value + STEP);
    double above = score();
    over.putScalar(i, value - STEP);
    double below = score();
    over.putScalar(i, value);
    assertThat(summed / BATCH)
        .as("gradient of number %d", i)
        .isCloseTo((above - below) / (2 * STEP), within(1e-8));
  }

  private double score() {
    backward();
    return graph.score();
  }

  private void backward() {
    graph.setInputs(features);
    graph.setLabels(labels);
    graph.setLayerMaskArrays(new INDArray[] {null, wordMask, null}, null);
    graph.computeGradientAndScore();
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
}
