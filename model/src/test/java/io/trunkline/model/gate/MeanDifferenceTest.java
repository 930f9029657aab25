package io.trunkline.model.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanDifferenceTest {
  private static final double TWO_SIDED = 1.9599639845;
  private static final double ONE_SIDED = 1.6448536270;

  /**
   * As M. W. Fagerland, S. Lydersen and P. Laake give it of Cavo et al. 2012 (Statistical Analysis
   * of Contingency Tables, 2017, chapter 8).
   */
  @Test
  void ofPairedProportionsIsTangosInterval() {
    MeanDifference difference = new MeanDifference(paired(6, 16, 161));

    assertThat(difference.lower(TWO_SIDED)).isCloseTo(-0.1240, within(5e-5));
    assertThat(difference.upper(TWO_SIDED)).isCloseTo(-0.0054, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource({"6, 16, 161", "1, 7, 21", "40, 20, 160", "0, 3, 300", "4, 0, 30", "0, 0, 40"})
  void itsEndSolvesTangosEquation(int won, int lost, int texts) {
    double lower = new MeanDifference(paired(won, lost, texts)).lower(ONE_SIDED);

    assertThat(tango(won, lost, texts, lower)).isCloseTo(ONE_SIDED, within(1e-4));
  }

  @Test
  void hasTheWidthOfWilsonsIntervalWhereNoTextsDiffer() {
    double squared = ONE_SIDED * ONE_SIDED;

    assertThat(new MeanDifference(paired(0, 0, 50)).lower(ONE_SIDED))
        .isCloseTo(-squared / (50 + squared), within(1e-8));
    assertThat(new MeanDifference(paired(50, 0, 50)).lower(ONE_SIDED))
        .isCloseTo((50 - squared) / (50 + squared), within(1e-8));
    assertThat(new MeanDifference(paired(0, 50, 50)).lower(ONE_SIDED)).isEqualTo(-1);
  }

  @Test
  void itsEndsMirrorEachOther() {
    double[] differences = {0.5, -0.25, 0, 0, -1, 0.125};
    double[] mirrored = Arrays.stream(differences).map(d -> -d).toArray();

    assertThat(new MeanDifference(differences).upper(1))
        .isEqualTo(-new MeanDifference(mirrored).lower(1));
  }

  @Test
  void thePValueIsThatOfTheIntervalThatEndsAtTheMargin() {
    MeanDifference difference = new MeanDifference(new double[] {-1, -1, -0.5, 0, 0, 0, 0.25});

    double margin = -difference.upper(ONE_SIDED);

    assertThat(difference.worseThan(margin)).isCloseTo(0.05, within(1e-6));
    assertThat(difference.worseThan(0.9)).isEqualTo(1);
  }

  /** What it is for: an interval from the sample's own variance fails here. */
  @Test
  void anIntervalFromTheSamplesVarianceWouldMissFarTooOften() {
    // No loss among 100 texts, so a width of 0, where losses are as frequent as 2 %.
    assertThat(trinomial(100, 0, 0, 0, 0.02)).isGreaterThan(0.13);
    assertThat(new MeanDifference(paired(0, 0, 100)).lower(ONE_SIDED)).isLessThan(-0.02);
  }

  /** Exact: sums the probabilities of all samples whose bound lies above the truth. */
  @ParameterizedTest
  @CsvSource({
    "50, 0, 0.05",
    "50, 0.02, 0.04",
    "100, 0.02, 0.02",
    "100, 0.1, 0",
    "200, 0, 0.02",
    "200, 0.005, 0.025",
    "200, 0.02, 0",
    "200, 0.05, 0.07"
  })
  void missesAsSeldomAsItSaysWhereFewTextsDiffer(int texts, double winning, double losing) {
    double missed = 0;
    for (int won = 0; won <= Math.min(texts, 40); won++) {
      for (int lost = 0; lost <= Math.min(texts - won, 40); lost++) {
        double probability = trinomial(texts, won, winning, lost, losing);
        if (probability > 1e-5
            && new MeanDifference(paired(won, lost, texts)).lower(ONE_SIDED) > winning - losing) {
          missed += probability;
        }
      }
    }

    // Counts are lumpy: no interval that is not wider throughout keeps 0.05 to the letter.
    assertThat(missed).isLessThan(0.08);
  }

  /** Small differences both ways, and now and then a great loss. */
  @Test
  void missesAsSeldomAsItSaysOfBrierScores() {
    assertMisses(
        random ->
            random.nextDouble() < 0.02 ? -random.nextDouble() : random.nextDouble(-0.09, 0.09),
        -0.01);
  }

  /** Mostly none, else what F1 of few labels differs by. */
  @Test
  void missesAsSeldomAsItSaysOfF1() {
    double[] steps = {0.5, -0.5, 1 / 3.0, -1 / 3.0, 1, -1};
    assertMisses(random -> random.nextDouble() < 0.8 ? 0 : steps[random.nextInt(steps.length)], 0);
  }

  private static void assertMisses(ToDoubleFunction<SplittableRandom> draw, double truth) {
    SplittableRandom random = new SplittableRandom(11);
    for (int texts : new int[] {30, 100, 300}) {
      int missed = 0;
      for (int sample = 0; sample < 1_000; sample++) {
        double[] differences = new double[texts];
        Arrays.setAll(differences, i -> draw.applyAsDouble(random));
        missed += new MeanDifference(differences).lower(ONE_SIDED) > truth ? 1 : 0;
      }
      // Three standard errors of 1,000 samples above 0.05.
      assertThat(missed / 1_000.0).isLessThan(0.071);
    }
  }

  /** Tango 1998, equations 7 to 9: the likeliest rate of losses solves a quadratic equation. */
  private static double tango(int won, int lost, int n, double m) {
    double b = -won - lost + (2.0 * n - won + lost) * m;
    double losing = (Math.sqrt(b * b + 8.0 * n * lost * m * (1 - m)) - b) / (4.0 * n);
    return (won - lost - n * m) / Math.sqrt(n * (2 * losing + m - m * m));
  }

  private static double[] paired(int won, int lost, int texts) {
    double[] differences = new double[texts];
    Arrays.fill(differences, 0, won, 1);
    Arrays.fill(differences, won, won + lost, -1);
    return differences;
  }

  private static double trinomial(int n, int won, double winning, int lost, double losing) {
    double log =
        power(won, winning) + power(lost, losing) + power(n - won - lost, 1 - winning - losing);
    for (int i = 1; i <= won + lost; i++) {
      log += Math.log(n - i + 1.0) - Math.log(i <= won ? i : i - won);
    }
    return Math.exp(log);
  }

  private static double power(int count, double probability) {
    return count == 0 ? 0 : count * Math.log(probability);
  }
}
