package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.text.EncodedText;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class NetworkLearnerTest {
  private static final int UNLABELLED = LabelledText.UNLABELLED;
  private static final ModelSpec SPEC =
      new ModelSpec(
          List.of(
              new Task("first", TaskKind.SINGLE_LABEL, List.of("a", "b", "c")),
              new Task("second", TaskKind.SINGLE_LABEL, List.of("x", "y"))),
          new ModelSpec.Features(16, 8, 8),
          new ModelSpec.Network(8, 4, List.of(2, 3), 4));
  private static final NetworkLearner.Settings PLAIN = new NetworkLearner.Settings(0, 0, 0, 0, 0);
  private static final NetworkLearner.Settings DROPPING =
      new NetworkLearner.Settings(0.01, 0.1, 0.3, 0.3, 0.5);
  private static final List<EncodedText> TEXTS =
      List.of(
          new EncodedText(new int[] {2, 3}, new int[] {0, 1, 2}),
          new EncodedText(new int[] {4}, new int[] {3, 4}),
          new EncodedText(new int[] {3, 4, 2}, new int[] {5, 1}));
  private static final List<LabelledText> BATCH =
      List.of(
          new LabelledText(TEXTS.get(0), new int[] {0, 1}),
          new LabelledText(TEXTS.get(1), new int[] {1, UNLABELLED}),
          new LabelledText(TEXTS.get(2), new int[] {2, 0}));

  @Test
  void learnsABatchByHeart() {
    Parameters parameters = parameters();
    double loss = Double.NaN;
    try (NetworkLearner learner = learner(parameters, PLAIN)) {
      for (int i = 0; i < 150; i++) {
        loss = learner.learn(BATCH, 0.02);
      }
    }
    assertThat(loss).isLessThan(0.05);
    try (Network network = new Network(SPEC, parameters)) {
      List<float[]> probabilities = network.probabilities(TEXTS);
      float[] first = probabilities.get(0);
      assertThat(Math.min(first[0], Math.min(first[4], first[8]))).isGreaterThan(0.9f);
      assertThat(probabilities.get(1)[1]).isGreaterThan(0.9f);
      assertThat(probabilities.get(1)[4]).isGreaterThan(0.9f);
    }
  }

  @Test
  void theFirstLossIsTheNetworksOwnCrossEntropy() {
    Parameters parameters = parameters();
    double expected = 0;
    try (Network network = new Network(SPEC, parameters)) {
      List<float[]> p = network.probabilities(TEXTS);
      expected -= Math.log(p.get(0)[0]) + Math.log(p.get(0)[4]) + Math.log(p.get(0)[8]);
      expected -= Math.log(p.get(1)[1]) + Math.log(p.get(1)[4]);
    }
    try (NetworkLearner learner = learner(parameters, PLAIN)) {
      assertThat(learner.learn(BATCH, 0.01)).isCloseTo(expected / 3, within(1e-5));
    }
  }

  @Test
  void aLoneTextIsAStepLikeAnyOther() {
    Parameters alone = parameters();
    Parameters pair = parameters();
    List<LabelledText> text = BATCH.subList(1, 2);
    try (NetworkLearner one = learner(alone, PLAIN);
        NetworkLearner other = learner(pair, PLAIN)) {
      assertThat(one.learn(text, 0.01))
          .isCloseTo(other.learn(List.of(text.get(0), text.get(0)), 0.01), within(1e-6));
    }
    assertThat(alone.dense()).isEqualTo(pair.dense());
  }

  @Test
  void aHeadWithoutLabelsInTheBatchStaysAsItIsBitForBit() {
    Parameters parameters = parameters();
    try (NetworkLearner learner = learner(parameters, DROPPING)) {
      learner.learn(BATCH, 0.01);
      float[] before = parameters.dense().clone();
      List<LabelledText> firstOnly =
          List.of(new LabelledText(TEXTS.get(0), new int[] {0, UNLABELLED}));
      for (int i = 0; i < 3; i++) {
        learner.learn(firstOnly, 0.01);
      }
      Segment head = segment(TrunkGraph.head(1));
      int end = head.from() + head.length();
      assertThat(Arrays.copyOfRange(parameters.dense(), head.from(), end))
          .isEqualTo(Arrays.copyOfRange(before, head.from(), end));
      Segment other = segment(TrunkGraph.head(0));
      assertThat(parameters.dense()[other.from()]).isNotEqualTo(before[other.from()]);
    }
  }

  @Test
  void rowsOutsideTheBatchStayAsTheyAreBitForBit() {
    Parameters parameters = parameters();
    Parameters before = parameters.copy();
    try (NetworkLearner learner = learner(parameters, PLAIN)) {
      learner.learn(BATCH.subList(1, 2), 0.01);
    }
    for (int row = 0; row < 16; row++) {
      assertRow(parameters.wide(), before.wide(), row, 8, row == 3 || row == 4);
    }
    for (int row = 0; row < 5; row++) {
      assertRow(parameters.embeddings(), before.embeddings(), row, 4, row == 4);
    }
  }

  @Test
  void nd4jsSharedRandomNumbersMakeNoDifference() {
    Parameters calm = parameters();
    Parameters disturbed = parameters();
    try (NetworkLearner one = learner(calm, DROPPING);
        NetworkLearner other = learner(disturbed, DROPPING)) {
      for (int i = 0; i < 5; i++) {
        one.learn(BATCH, 0.01);
        Nd4j.getRandom().setSeed(i);
        Nd4j.rand(3, 3).close();
        other.learn(BATCH, 0.01);
      }
    }
    assertThat(disturbed.dense()).isEqualTo(calm.dense());
    assertThat(disturbed.wide()).isEqualTo(calm.wide());
  }

  private static void assertRow(float[] now, float[] before, int row, int width, boolean changed) {
    boolean same =
        Arrays.equals(now, row * width, (row + 1) * width, before, row * width, (row + 1) * width);
    assertThat(same).as("row %d is as before", row).isEqualTo(!changed);
  }

  private static Segment segment(String layer) {
    ComputationGraph graph = TrunkGraph.build(SPEC, DataType.FLOAT);
    try {
      return Segment.of(graph).stream()
          .filter(segment -> segment.layer().equals(layer))
          .findFirst()
          .orElseThrow();
    } finally {
      graph.close();
    }
  }

  private static NetworkLearner learner(Parameters parameters, NetworkLearner.Settings settings) {
    return new NetworkLearner(SPEC, parameters, settings, new SplittableRandom(5));
  }

  private static Parameters parameters() {
    return Initializer.parameters(SPEC, 5, TEXTS, new SplittableRandom(3));
  }
}
