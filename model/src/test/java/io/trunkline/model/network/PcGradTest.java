package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PcGradTest {
  /**
   * g₁ = (1, 0) and g₂ = (−1, 1) have the product −1. By the paper g₁ becomes g₁ + g₂/2 = (½, ½)
   * and g₂ becomes g₂ + g₁ = (0, 1); the step goes along (½, 1½) = 2 g₁ + 1½ g₂.
   */
  @Test
  void gradientsThatGoAgainstEachOtherLoseWhatDoes() {
    double[] factors = PcGrad.factors(products(new double[][] {{1, 0}, {-1, 1}}), random(1));
    assertThat(factors).containsExactly(2, 1.5);
  }

  @Test
  void gradientsThatDoNotAreAddedUp() {
    double[][] gradients = {{1, 0}, {1, 1}, {0, 3}};
    assertThat(PcGrad.factors(products(gradients), random(1))).containsExactly(1, 1, 1);
  }

  @Test
  void aTaskWithoutGradientDisturbsNothing() {
    double[][] gradients = {{1, 0}, {0, 0}, {-1, 1}};
    assertThat(PcGrad.factors(products(gradients), random(1))).containsExactly(2, 1, 1.5);
  }

  /** Against the paper's algorithm on the vectors themselves, whatever order is drawn. */
  @Test
  void threeTasksComeOutAsByThePaperInSomeOrderForEach() {
    double[][] gradients = {{1, 0.5, 0}, {-1, 1, 0.25}, {0, -2, 1}};
    for (int seed = 0; seed < 20; seed++) {
      double[] factors = PcGrad.factors(products(gradients), random(seed));
      double[] step = new double[3];
      for (int task = 0; task < 3; task++) {
        for (int i = 0; i < 3; i++) {
          step[i] += factors[task] * gradients[task][i];
        }
      }
      assertThat(isOutcome(step, gradients)).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void theSeedDecidesTheOrder() {
    double[][] products = products(new double[][] {{1, 0.5, 0}, {-1, 1, 0.25}, {0, -2, 1}});
    assertThat(PcGrad.factors(products, random(3)))
        .containsExactly(PcGrad.factors(products, random(3)));
  }

  /** Whether a step is the sum of outcomes in one of the two orders that each task can have. */
  private static boolean isOutcome(double[] step, double[][] gradients) {
    for (int orders = 0; orders < 8; orders++) {
      double[] sum = new double[3];
      for (int task = 0; task < 3; task++) {
        int first = (task + 1 + (orders >> task & 1)) % 3;
        int second = 3 - task - first;
        double[] outcome = gradients[task].clone();
        project(outcome, gradients[first]);
        project(outcome, gradients[second]);
        for (int i = 0; i < 3; i++) {
          sum[i] += outcome[i];
        }
      }
      if (Math.abs(sum[0] - step[0]) + Math.abs(sum[1] - step[1]) + Math.abs(sum[2] - step[2])
          < 1e-9) {
        return true;
      }
    }
    return false;
  }

  private static void project(double[] gradient, double[] other) {
    double product = dot(gradient, other);
    if (product < 0) {
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] -= product / dot(other, other) * other[i];
      }
    }
  }

  private static double[][] products(double[][] gradients) {
    double[][] products = new double[gradients.length][gradients.length];
    for (int i = 0; i < gradients.length; i++) {
      for (int j = 0; j < gradients.length; j++) {
        products[i][j] = dot(gradients[i], gradients[j]);
      }
    }
    return products;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static SplittableRandom random(long seed) {
    return new SplittableRandom(seed);
  }
}
