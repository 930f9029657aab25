package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.text.EncodedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class NetworkLearnerTest {
  private static final ModelSpec SPEC =
      new ModelSpec(
          List.of(
              new Task("first", TaskKind.SINGLE_LABEL, List.of("a", "b", "c")),
              new Task("second", TaskKind.SINGLE_LABEL, List.of("x", "y"))),
          new ModelSpec.Features(16, 8, 8),
          new ModelSpec.Network(8, 4, ModelSpec.Network.Arrangement.PARALLEL, List.of(2, 3), 4));
  private static final ModelSpec ALIKE =
      new ModelSpec(
          List.of(
              new Task("books", TaskKind.SINGLE_LABEL, List.of("bad", "good")),
              new Task("films", TaskKind.SINGLE_LABEL, List.of("bad", "good"))),
          SPEC.features(),
          SPEC.network());
  private static final LearnerSettings PLAIN = settings(0, 0, 0, 0, 0);
  private static final LearnerSettings DROPPING = settings(0.01, 0.1, 0.3, 0.3, 0.5);
  private static final List<EncodedText> TEXTS =
      List.of(
          new EncodedText(new int[] {2, 3}, new int[] {0, 1, 2}, new int[0]),
          new EncodedText(new int[] {4}, new int[] {3, 4}, new int[0]),
          new EncodedText(new int[] {3, 4, 2}, new int[] {5, 1}, new int[0]));
  private static final List<LabelledText> BATCH =
      List.of(
          labelled(TEXTS.get(0), 0, 1),
          labelled(TEXTS.get(1), 1, -1),
          labelled(TEXTS.get(2), 2, 0));

  @Test
  void learnsABatchByHeart() {
    try (Network network = new Network(SPEC, parameters())) {
      NetworkLearner learner = learner(network, PLAIN);
      double loss = Double.NaN;
      for (int i = 0; i < 150; i++) {
        loss = learner.learn(BATCH, 0.02);
      }
      assertThat(loss).isLessThan(0.05);
      List<float[][]> logits = network.logits(TEXTS);
      for (int text = 0; text < 3; text++) {
        assertThat(probability(logits.get(0)[text], text)).isGreaterThan(0.9);
      }
      assertThat(probability(logits.get(1)[0], 1)).isGreaterThan(0.9);
      assertThat(probability(logits.get(1)[2], 0)).isGreaterThan(0.9);
    }
  }

  @Test
  void theFirstLossIsTheNetworksOwnCrossEntropy() {
    try (Network network = new Network(SPEC, parameters())) {
      List<float[][]> logits = network.logits(TEXTS);
      double expected = 0;
      for (int text = 0; text < 3; text++) {
        expected -= Math.log(probability(logits.get(0)[text], text));
      }
      expected -= Math.log(probability(logits.get(1)[0], 1));
      expected -= Math.log(probability(logits.get(1)[2], 0));
      assertThat(learner(network, PLAIN).learn(BATCH, 0.01)).isCloseTo(expected / 3, within(1e-5));
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
      List<LabelledText> firstOnly = List.of(labelled(TEXTS.get(0), 0, -1));
      for (int i = 0; i < 3; i++) {
        learner.learn(firstOnly, 0.01);
      }
      float[] now = network.parameters().dense();
      assertThat(head(network, 1, now)).isEqualTo(head(network, 1, before));
      assertThat(head(network, 0, now)).isNotEqualTo(head(network, 0, before));
    }
  }

  @Test
  void aHeadBesideACommonOneLearnsAtAFifthOfTheRate() {
    Parameters parameters = Initializer.parameters(ALIKE, 5, TEXTS, new SplittableRandom(1));
    try (Network network = new Network(ALIKE, parameters)) {
      learner(network, PLAIN).learn(List.of(labelled(TEXTS.get(0), 1, -1)), 0.01);
      // Adam's first step is as long as the rate, whatever the gradient; all biases start at zero.
      assertThat(bias(network, TrunkGraph.common(0))).isCloseTo(0.01, within(1e-6));
      assertThat(bias(network, TrunkGraph.head(0))).isCloseTo(0.002, within(1e-6));
      assertThat(bias(network, TrunkGraph.head(1))).isZero();
    }
  }

  @Test
  void beyondAFrozenCommonHeadItLearnsAtTheFullRate() {
    Parameters parameters = Initializer.parameters(ALIKE, 5, TEXTS, new SplittableRandom(1));
    LearnerSettings headOnly =
        new LearnerSettings(
            PLAIN.penalty(), 0, 0, PLAIN.dropout(), 0, PLAIN.tasks(), Set.of("books"));
    try (Network network = new Network(ALIKE, parameters)) {
      learner(network, headOnly).learn(List.of(labelled(TEXTS.get(0), 1, -1)), 0.01);
      assertThat(bias(network, TrunkGraph.common(0))).isZero();
      assertThat(bias(network, TrunkGraph.head(0))).isCloseTo(0.01, within(1e-6));
    }
  }

  private static double bias(Network network, String layer) {
    Segment segment = network.trunk().layout().segment(layer);
    return network.parameters().dense()[segment.bias(1)];
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
        other.logits(TEXTS);
      }
    }
    assertThat(asked.dense()).isEqualTo(quiet.dense());
    assertThat(asked.embeddings()).isEqualTo(quiet.embeddings());
  }

  private static float[] head(Network network, int task, float[] dense) {
    Segment head = network.trunk().layout().segment(TrunkGraph.head(task));
    return Arrays.copyOfRange(dense, (int) head.from(), (int) head.to());
  }

  private static void assertRow(float[] now, float[] before, int row, int width, boolean changed) {
    boolean same =
        Arrays.equals(now, row * width, (row + 1) * width, before, row * width, (row + 1) * width);
    assertThat(same).as("row %d is as before", row).isEqualTo(!changed);
  }

  private static LabelledText labelled(EncodedText text, int first, int second) {
    List<@Nullable Target> targets = new ArrayList<>();
    targets.add(first < 0 ? null : new Target.OneClass(first));
    targets.add(second < 0 ? null : new Target.OneClass(second));
    return new LabelledText(text, targets);
  }

  private static double probability(float[] logits, int label) {
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit);
    }
    return Math.exp(logits[label]) / sum;
  }

  private static LearnerSettings settings(
      double decay, double smoothing, double ngrams, double embeddings, double features) {
    return new LearnerSettings(
        new LearnerSettings.Penalty(decay, 0, 0),
        smoothing,
        0,
        new LearnerSettings.DropoutRates(ngrams, embeddings, features, 0),
        0,
        LearnerSettings.TaskWeights.EQUAL,
        Set.of());
  }

  private static NetworkLearner learner(Network network, LearnerSettings settings) {
    return new NetworkLearner(network, settings, new SplittableRandom(5));
  }

  private static Parameters parameters() {
    return Initializer.parameters(SPEC, 5, TEXTS, new SplittableRandom(3));
  }
}
