package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Learning tasks of every kind together, a fusion head among them. */
class EveryKindTest {
  @ParameterizedTest
  @EnumSource
  void learnsABatchOfEveryKindByHeart(TaskWeighting weighting) {
    try (Network network = EveryKind.network()) {
      NetworkLearner learner = EveryKind.learner(network, EveryKind.weighted(weighting));
      for (int i = 0; i < 150; i++) {
        learner.learn(EveryKind.BATCH, 0.02);
      }
      List<float[][]> logits = network.logits(EveryKind.TEXTS);
      for (int text = 0; text < 3; text++) {
        assertThat(greatest(logits.get(EveryKind.TYPE)[text], 0, 3)).isEqualTo(text);
      }
      assertThat(logits.get(1)[0][0]).isPositive();
      assertThat(logits.get(1)[0][1]).isPositive();
      assertThat(logits.get(1)[1][0]).isNegative();
      float[] tags = logits.get(EveryKind.NAMES)[2];
      assertThat(greatest(tags, 0, 3)).isEqualTo(1);
      assertThat(greatest(tags, 3, 3)).isEqualTo(2);
      assertThat(greatest(tags, 6, 3)).isEqualTo(0);
      assertThat(logits.get(3)[0][0]).isCloseTo(-1, within(0.2f));
      assertThat(logits.get(3)[2][0]).isCloseTo(1, within(0.2f));
      assertThat(greatest(logits.get(EveryKind.NEXT)[0], 0, 2)).isEqualTo(1);
      assertThat(greatest(logits.get(EveryKind.NEXT)[1], 0, 2)).isEqualTo(0);
    }
  }

  @Test
  void headsThatLearnAloneLeaveEveryOtherNumberAsItIsBitForBit() {
    try (Network network = EveryKind.network()) {
      Parameters before = network.parameters().copy();
      List<float[][]> said = network.logits(EveryKind.TEXTS);
      NetworkLearner learner = EveryKind.learner(network, EveryKind.headsOnly("next"));
      for (int i = 0; i < 3; i++) {
        learner.learn(EveryKind.BATCH, 0.02);
      }
      assertThat(network.parameters().wide()).isEqualTo(before.wide());
      assertThat(network.parameters().embeddings()).isEqualTo(before.embeddings());
      assertThat(changed(network, before))
          .containsExactlyInAnyOrder(
              TrunkGraph.fusion(EveryKind.NEXT), TrunkGraph.head(EveryKind.NEXT));
      List<float[][]> now = network.logits(EveryKind.TEXTS);
      for (int task = 0; task < EveryKind.NEXT; task++) {
        assertThat(now.get(task)).isDeepEqualTo(said.get(task));
      }
      assertThat(now.get(EveryKind.NEXT)[0]).isNotEqualTo(said.get(EveryKind.NEXT)[0]);
    }
  }

  @Test
  void aFusionHeadTeachesTheHeadsItReadsAndTheTrunkButNoOther() {
    try (Network network = EveryKind.network()) {
      Parameters before = network.parameters().copy();
      EveryKind.learner(network, EveryKind.PLAIN)
          .learn(EveryKind.labelledFor(EveryKind.NEXT), 0.02);
      assertThat(changed(network, before))
          .contains(
              TrunkGraph.convolution(0),
              TrunkGraph.head(EveryKind.TYPE),
              TrunkGraph.head(EveryKind.NAMES),
              TrunkGraph.fusion(EveryKind.NEXT),
              TrunkGraph.head(EveryKind.NEXT))
          .doesNotContain(TrunkGraph.head(1), TrunkGraph.head(3));
    }
  }

  /** Adam divides by the gradient's size, but for its ε of 1e-8 that dwarfs a gradient of 1e-14. */
  @Test
  void aGradientClippedToNothingMovesNothing() {
    try (Network network = EveryKind.network()) {
      Parameters before = network.parameters().copy();
      EveryKind.learner(network, EveryKind.clipped(1e-14)).learn(EveryKind.BATCH, 0.02);
      float[] dense = network.parameters().dense();
      for (int i = 0; i < dense.length; i++) {
        assertThat(dense[i]).isCloseTo(before.dense()[i], within(1e-6f));
      }
    }
  }

  @Test
  void aGradientShorterThanTheClipIsAsItWas() {
    try (Network one = EveryKind.network();
        Network other = EveryKind.network()) {
      EveryKind.learner(one, EveryKind.clipped(1e6)).learn(EveryKind.BATCH, 0.02);
      EveryKind.learner(other, EveryKind.PLAIN).learn(EveryKind.BATCH, 0.02);
      assertThat(one.parameters().dense()).isEqualTo(other.parameters().dense());
      assertThat(one.parameters().wide()).isEqualTo(other.parameters().wide());
    }
  }

  @Test
  void answersToTheSameTextAreDrawnTogether() {
    assertThat(apart(20)).isLessThan(apart(0) / 2);
  }

  /** How far two readings of a text come apart after a few lessons under heavy dropout. */
  private static double apart(double consistency) {
    LearnerSettings settings =
        new LearnerSettings(
            EveryKind.PLAIN.penalty(),
            0,
            consistency,
            new LearnerSettings.DropoutRates(0.2, 0.2, 0.5, 0),
            0,
            LearnerSettings.TaskWeights.EQUAL,
            Set.of());
    Loss loss = Loss.of(TaskKind.SINGLE_LABEL, 0, null);
    SplittableRandom random = new SplittableRandom(11);
    try (Network network = EveryKind.network()) {
      NetworkLearner learner = EveryKind.learner(network, settings);
      for (int i = 0; i < 60; i++) {
        learner.learn(EveryKind.BATCH, 0.01);
      }
      double sum = 0;
      for (int i = 0; i < 50; i++) {
        float[] one = reading(network, settings, random);
        float[] other = reading(network, settings, random);
        sum += loss.divergence(one, other, new float[one.length]);
      }
      return sum;
    }
  }

  private static float[] reading(
      Network network, LearnerSettings settings, SplittableRandom random) {
    Lesson lesson = Lesson.draw(EveryKind.BATCH, network.spec(), settings.dropout(), random);
    List<float[]> outputs = network.trunk().outputs(lesson.input(network.parameters()));
    return HeadShape.of(network.spec().tasks().get(EveryKind.TYPE), lesson.words())
        .ofText(outputs.get(EveryKind.TYPE), 0);
  }

  @Test
  void penaltiesAddTheirSlopeWhereTheBatchHasRows() {
    try (Network network = EveryKind.network()) {
      BatchGradients gradients = new BatchGradients(network);
      gradients.setSum(
          List.of(zero(network)), new double[] {1}, network.trunk().layout().segments());
      gradients.wide().add(2, new float[8], 1);
      Parameters origin = network.parameters().copy();
      origin.wide()[2 * 8] -= 0.5f;
      origin.dense()[30] += 0.25f;
      LearnerSettings.Penalty penalty = new LearnerSettings.Penalty(0, 0.5, 0.25, 3);
      gradients.penalise(network.parameters(), origin, penalty, 4);
      float value = network.parameters().wide()[2 * 8];
      assertThat(gradients.wide().count()).isEqualTo(1);
      assertThat(gradients.wide().sum(0)[0])
          .isCloseTo(4 * (0.5f * Math.signum(value) + 0.25f * value + 3 * 0.5f), within(1e-6f));
      float weight = network.parameters().dense()[30];
      assertThat(gradients.dense()[30])
          .isCloseTo(4 * (0.5f * Math.signum(weight) + 0.25f * weight - 3 * 0.25f), within(1e-6f));
    }
  }

  @Test
  void aGrownNetworkSaysOfOldLabelsWhatItSaidEvenThroughAFusionHead() {
    List<Task> tasks = new ArrayList<>(EveryKind.SPEC.tasks());
    tasks.set(EveryKind.TYPE, tasks.get(EveryKind.TYPE).withLabels(List.of("a", "b", "c", "d")));
    tasks.set(EveryKind.NAMES, tasks.get(EveryKind.NAMES).withLabels(List.of("person", "place")));
    ModelSpec grown = new ModelSpec(tasks, EveryKind.SPEC.features(), EveryKind.SPEC.network());
    try (Network old = EveryKind.network();
        Network now =
            new Network(
                grown,
                Growth.grow(EveryKind.SPEC, old.parameters(), grown, new SplittableRandom(8)))) {
      List<float[][]> said = old.logits(EveryKind.TEXTS);
      List<float[][]> says = now.logits(EveryKind.TEXTS);
      for (int text = 0; text < 3; text++) {
        assertThat(Arrays.copyOf(says.get(EveryKind.TYPE)[text], 3))
            .usingComparatorWithPrecision(1e-6f)
            .containsExactly(said.get(EveryKind.TYPE)[text]);
        float[] tags = says.get(EveryKind.NAMES)[text];
        for (int token = 0; token < tags.length / 5; token++) {
          assertThat(Arrays.copyOfRange(tags, token * 5, token * 5 + 3))
              .usingComparatorWithPrecision(1e-6f)
              .containsExactly(
                  Arrays.copyOfRange(said.get(EveryKind.NAMES)[text], token * 3, token * 3 + 3));
        }
      }
    }
  }

  private static BatchGradients zero(Network network) {
    Lesson lesson =
        Lesson.draw(
            EveryKind.BATCH, network.spec(), EveryKind.PLAIN.dropout(), new SplittableRandom(1));
    BatchGradients zero = new BatchGradients(network);
    List<float[]> outputs = network.trunk().forward(lesson.input(network.parameters()));
    List<float[]> none = outputs.stream().map(array -> new float[array.length]).toList();
    zero.set(network.trunk().backward(none), lesson);
    zero.wide().clear();
    zero.words().clear();
    return zero;
  }

  /** The layers of which a number has changed. */
  private static List<String> changed(Network network, Parameters before) {
    float[] now = network.parameters().dense();
    return network.trunk().layout().segments().stream()
        .filter(
            segment ->
                !Arrays.equals(
                    now,
                    (int) segment.from(),
                    (int) segment.to(),
                    before.dense(),
                    (int) segment.from(),
                    (int) segment.to()))
        .map(Segment::layer)
        .toList();
  }

  private static int greatest(float[] numbers, int from, int count) {
    int greatest = 0;
    for (int i = 1; i < count; i++) {
      greatest = numbers[from + i] > numbers[from + greatest] ? i : greatest;
    }
    return greatest;
  }
}
