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
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class NetworkLearnerTest {
  private static final int UNLABELLED = LabelledText.UNLABELLED;
  private static final ModelSpec SPEC =
      new ModelSpec(
          List.of(
              new Task("first", TaskKind.SINGLE_LABEL, List.of("a", "b", "c")),
              new Task("second", TaskKind.SINGLE_LABEL, List.of("x", "y"))),
          new ModelSpec.Features(16, 8, 8),
          new ModelSpec.Network(8, 4, ModelSpec.Network.Arrangement.PARALLEL, List.of(2, 3), 4));
  private static final NetworkLearner.Settings PLAIN = new NetworkLearner.Settings(0, 0, 0, 0, 0);
  private static final NetworkLearner.Settings DROPPING =
      new NetworkLearner.Settings(0.01, 0.1, 0.3, 0.3, 0.5);
  private static final List<EncodedText> TEXTS =
      List.of(
          new EncodedText(new int[] {2, 3}, new int[] {0, 1, 2}, new int[0]),
          new EncodedText(new int[] {4}, new int[] {3, 4}, new int[0]),
          new EncodedText(new int[] {3, 4, 2}, new int[] {5, 1}, new int[0]));
  private static final List<LabelledText> BATCH =
      List.of(
          new LabelledText(TEXTS.get(0), new int[] {0, 1}),
          new LabelledText(TEXTS.get(1), new int[] {1, UNLABELLED}),
          new LabelledText(TEXTS.get(2), new int[] {2, 0}));

  @Test
  void learnsABatchByHeart() {
    try (Network network = new Network(SPEC, parameters())) {
      NetworkLearner learner = learner(network, PLAIN);
      double loss = Double.NaN;
      for (int i = 0; i < 150; i++) {
        loss = learner.learn(BATCH, 0.02);
      }
      assertThat(loss).isLessThan(0.05);
      List<float[]> probabilities = network.probabilities(TEXTS);
      float[] first = probabilities.get(0);
      assertThat(Math.min(first[0], Math.min(first[4], first[8]))).isGreaterThan(0.9f);
      assertThat(probabilities.get(1)[1]).isGreaterThan(0.9f);
      assertThat(probabilities.get(1)[4]).isGreaterThan(0.9f);
    }
  }

  @Test
  void theFirstLossIsTheNetworksOwnCrossEntropy() {
    try (Network network = new Network(SPEC, parameters())) {
      List<float[]> p = network.probabilities(TEXTS);
      double first = Math.log(p.get(0)[0]) + Math.log(p.get(0)[4]) + Math.log(p.get(0)[8]);
      double second = Math.log(p.get(1)[1]) + Math.log(p.get(1)[4]);
      assertThat(learner(network, PLAIN).learn(BATCH, 0.01))
          .isCloseTo(-(first + second) / 3, within(1e-5));
    }
  }

  @Test
  void aLoneTextIsAStepLikeAnyOther() {
    List<LabelledText> text = BATCH.subList(1, 2);
    try (Network alone = new Network(SPEC, parameters());
        Network pair = new Network(SPEC, parameters())) {
      assertThat(learner(alone, PLAIN).learn(text, 0.01))
          .isCloseTo(
              learner(pair, PLAIN).learn(List.of(text.get(0), text.get(0)), 0.01), within(1e-6));
      assertThat(alone.parameters().dense()).isEqualTo(pair.parameters().dense());
    }
  }

  @Test
  void aHeadWithoutLabelsInTheBatchStaysAsItIsBitForBit() {
    try (Network network = new Network(SPEC, parameters())) {
      NetworkLearner learner = learner(network, DROPPING);
      learner.learn(BATCH, 0.01);
      float[] before = network.parameters().dense().clone();
      List<LabelledText> firstOnly =
          List.of(new LabelledText(TEXTS.get(0), new int[] {0, UNLABELLED}));
      for (int i = 0; i < 3; i++) {
        learner.learn(firstOnly, 0.01);
      }
      float[] now = network.parameters().dense();
      assertThat(head(network, 1, now)).isEqualTo(head(network, 1, before));
      assertThat(head(network, 0, now)).isNotEqualTo(head(network, 0, before));
    }
  }

  @Test
  void rowsOutsideTheBatchStayAsTheyAreBitForBit() {
    Parameters parameters = parameters();
    Parameters before = parameters.copy();
    try (Network network = new Network(SPEC, parameters)) {
      learner(network, PLAIN).learn(BATCH.subList(1, 2), 0.01);
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
    try (Network one = new Network(SPEC, calm);
        Network other = new Network(SPEC, disturbed)) {
      NetworkLearner oneLearner = learner(one, DROPPING);
      NetworkLearner otherLearner = learner(other, DROPPING);
      for (int i = 0; i < 5; i++) {
        oneLearner.learn(BATCH, 0.01);
        Nd4j.getRandom().setSeed(i);
        Nd4j.rand(3, 3).close();
        otherLearner.learn(BATCH, 0.01);
      }
    }
    assertThat(disturbed.dense()).isEqualTo(calm.dense());
    assertThat(disturbed.wide()).isEqualTo(calm.wide());
  }

  @Test
  void askingTheNetworkBetweenBatchesMakesNoDifference() {
    Parameters quiet = parameters();
    Parameters asked = parameters();
    try (Network one = new Network(SPEC, quiet);
        Network other = new Network(SPEC, asked)) {
      NetworkLearner oneLearner = learner(one, DROPPING);
      NetworkLearner otherLearner = learner(other, DROPPING);
      for (int i = 0; i < 3; i++) {
        oneLearner.learn(BATCH, 0.01);
        otherLearner.learn(BATCH, 0.01);
        other.probabilities(TEXTS);
      }
    }
    assertThat(asked.dense()).isEqualTo(quiet.dense());
    assertThat(asked.embeddings()).isEqualTo(quiet.embeddings());
  }

  private static float[] head(Network network, int task, float[] dense) {
    Segment head =
        Segment.of(network.graph()).stream()
            .filter(segment -> segment.layer().equals(TrunkGraph.head(task)))
            .findFirst()
            .orElseThrow();
    return Arrays.copyOfRange(dense, head.from(), head.from() + head.length());
  }

  private static void assertRow(float[] now, float[] before, int row, int width, boolean changed) {
    boolean same =
        Arrays.equals(now, row * width, (row + 1) * width, before, row * width, (row + 1) * width);
    assertThat(same).as("row %d is as before", row).isEqualTo(!changed);
  }

  private static NetworkLearner learner(Network network, NetworkLearner.Settings settings) {
    return new NetworkLearner(network, settings, new SplittableRandom(5));
  }

  private static Parameters parameters() {
    return Initializer.parameters(SPEC, 5, TEXTS, new SplittableRandom(3));
  }
}
