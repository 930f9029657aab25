package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.TaskKind;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {
  private static final float[] WEIGHTS = {0.5f, 2, 1};
  private static final float[] LOGITS = {0.5f, -1.25f, 2};
  private static final float[] TOKENS = {0.5f, -1.25f, 2, 1, 0, -0.5f};

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(TaskKind.SINGLE_LABEL, LOGITS, new Target.OneClass(1)),
        Arguments.of(
            TaskKind.MULTI_LABEL,
            LOGITS,
            new Target.SeveralClasses(new boolean[] {true, false, true})),
        Arguments.of(TaskKind.SPANS, TOKENS, new Target.Tags(new int[] {2, 1})),
        Arguments.of(TaskKind.SCORE, new float[] {0.75f}, new Target.Number(-1.5)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsAgreeWithTheDifferenceQuotient(TaskKind kind, float[] outputs, Target target) {
    Loss loss = Loss.of(kind, 0.1, WEIGHTS);
    float[] gradient = new float[outputs.length];
    loss.of(outputs, target, gradient);
    assertSlopes(moved -> loss.of(moved, target, new float[moved.length]), outputs, gradient);
  }

  /** With steps that floats hold exactly, so that the quotient is wrong by their square alone. */
  private static void assertSlopes(ToDoubleFunction<float[]> function, float[] at, float[] slopes) {
    float step = 1f / 1024;
    for (int i = 0; i < at.length; i++) {
      float[] moved = at.clone();
      moved[i] = at[i] + step;
      double above = function.applyAsDouble(moved);
      moved[i] = at[i] - step;
      double below = function.applyAsDouble(moved);
      assertThat((double) slopes[i]).isCloseTo((above - below) / (2 * step), within(2e-6));
    }
  }

  @Test
  void ofOneClassItIsMinusTheLogOfItsProbability() {
    double sum = Math.exp(0.5) + Math.exp(-1.25) + Math.exp(2);
    assertThat(loss(TaskKind.SINGLE_LABEL, 0, new Target.OneClass(0)))
        .isCloseTo(-Math.log(Math.exp(0.5) / sum), within(1e-7));
  }

  @Test
  void smoothingTakesFromTheRightLabelAndGivesToAllAlike() {
    double sum = Math.exp(0.5) + Math.exp(-1.25) + Math.exp(2);
    double expected =
        -0.8 * Math.log(Math.exp(0.5) / sum)
            - 0.1 * Math.log(Math.exp(-1.25) / sum)
            - 0.1 * Math.log(Math.exp(2) / sum);
    assertThat(loss(TaskKind.SINGLE_LABEL, 0.3, new Target.OneClass(0)))
        .isCloseTo(expected, within(1e-7));
  }

  @Test
  void ofSeveralClassesItIsTheSumOverLabelsOfTheRightAnswersLog() {
    double expected =
        -Math.log(sigmoid(0.5)) - Math.log(1 - sigmoid(-1.25)) - Math.log(1 - sigmoid(2));
    Target target = new Target.SeveralClasses(new boolean[] {true, false, false});
    assertThat(loss(TaskKind.MULTI_LABEL, 0, target)).isCloseTo(expected, within(1e-7));
  }

  @Test
  void smoothingMovesEveryLabelTowardsOneHalf() {
    double expected =
        -0.9 * Math.log(sigmoid(0.5))
            - 0.1 * Math.log(1 - sigmoid(0.5))
            - 0.1 * Math.log(sigmoid(-1.25))
            - 0.9 * Math.log(1 - sigmoid(-1.25))
            - 0.1 * Math.log(sigmoid(2))
            - 0.9 * Math.log(1 - sigmoid(2));
    Target target = new Target.SeveralClasses(new boolean[] {true, false, false});
    assertThat(loss(TaskKind.MULTI_LABEL, 0.2, target)).isCloseTo(expected, within(1e-7));
  }

  @Test
  void ofTagsItIsTheMeanOverTokens() {
    Loss token = Loss.of(TaskKind.SINGLE_LABEL, 0, null);
    double first = token.of(new float[] {0.5f, -1.25f, 2}, new Target.OneClass(2), new float[3]);
    double second = token.of(new float[] {1, 0, -0.5f}, new Target.OneClass(0), new float[3]);
    double both =
        Loss.of(TaskKind.SPANS, 0, null)
            .of(TOKENS, new Target.Tags(new int[] {2, 0}), new float[6]);
    assertThat(both).isCloseTo((first + second) / 2, within(1e-12));
  }

  @Test
  void ofANumberItIsTheSquareOfHowFarItIsOff() {
    float[] gradient = new float[1];
    double loss =
        Loss.of(TaskKind.SCORE, 0.1, null).of(new float[] {2}, new Target.Number(-1), gradient);
    assertThat(loss).isEqualTo(9);
    assertThat(gradient).containsExactly(6);
  }

  @Test
  void divergenceOfOneClassIsTheMeanOfBothKullbackLeiblerDivergences() {
    double p = sigmoid(1);
    double q = sigmoid(-2);
    double expected =
        (p * Math.log(p / q)
                + (1 - p) * Math.log((1 - p) / (1 - q))
                + q * Math.log(q / p)
                + (1 - q) * Math.log((1 - q) / (1 - p)))
            / 2;
    Loss one = Loss.of(TaskKind.SINGLE_LABEL, 0.1, null);
    Loss several = Loss.of(TaskKind.MULTI_LABEL, 0.1, null);
    assertThat(one.divergence(new float[] {1, 0}, new float[] {0, 2}, new float[2]))
        .isCloseTo(expected, within(1e-9));
    assertThat(several.divergence(new float[] {1}, new float[] {-2}, new float[1]))
        .isCloseTo(expected, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void slopesOfDivergenceAgreeWithTheDifferenceQuotient(TaskKind kind, float[] outputs) {
    Loss loss = Loss.of(kind, 0.1, null);
    float[] other = new float[outputs.length];
    for (int i = 0; i < other.length; i++) {
      other[i] = outputs[outputs.length - 1 - i] + 0.25f;
    }
    float[] gradient = new float[outputs.length];
    loss.divergence(outputs, other, gradient);
    assertSlopes(
        moved -> loss.divergence(moved, other, new float[moved.length]), outputs, gradient);
  }

  @Test
  void theRightLabelsWeightMultipliesTheLoss() {
    Loss weighted = Loss.of(TaskKind.SINGLE_LABEL, 0.1, WEIGHTS);
    Loss plain = Loss.of(TaskKind.SINGLE_LABEL, 0.1, null);
    assertThat(weighted.of(LOGITS, new Target.OneClass(1), new float[3]))
        .isCloseTo(2 * plain.of(LOGITS, new Target.OneClass(1), new float[3]), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void greatLogitsDoNotOverflow(TaskKind kind, float[] outputs, Target target) {
    float[] great = new float[outputs.length];
    for (int i = 0; i < great.length; i++) {
      great[i] = outputs[i] * 1e6f;
    }
    float[] gradient = new float[great.length];
    assertThat(Loss.of(kind, 0.1, null).of(great, target, gradient)).isFinite();
    for (float slope : gradient) {
      assertThat(slope).isFinite();
    }
  }

  private static double loss(TaskKind kind, double smoothing, Target target) {
    return Loss.of(kind, smoothing, null).of(LOGITS, target, new float[3]);
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
