package io.trunkline.model.network;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Gradient surgery. Each task's gradient gᵢ loses, for every other task j in random order, what of
 * it goes against gⱼ:
 *
 * <pre>
 * gᵢ ← gᵢ − (gᵢ·gⱼ / ‖gⱼ‖²) gⱼ   if gᵢ·gⱼ < 0
 * </pre>
 *
 * <p>where gⱼ is as it was before any surgery; the step goes along the sum of the outcomes. Each
 * outcome is a sum of multiples of the tasks' own gradients, so all that is needed are the
 * gradients' products with each other, and all that comes out is one factor for each.
 *
 * @see <a href="https://arxiv.org/abs/2001.06782">T. Yu et al., Gradient Surgery for Multi-Task
 *     Learning, NeurIPS 2020, algorithm 1</a>
 */
final class PcGrad {
  private PcGrad() {}

  /**
   * What to multiply each task's gradient by before they are added up.
   *
   * @param products {@code products[i][j]} is gᵢ·gⱼ
   * @param random draws the order of the other tasks
   */
  static double[] factors(double[][] products, RandomGenerator random) {
    int tasks = products.length;
    double[] sum = new double[tasks];
    for (int i = 0; i < tasks; i++) {
      double[] multiples = new double[tasks];
      multiples[i] = 1;
      for (int j : order(tasks, random)) {
        if (j != i) {
          double product = product(multiples, products[j]);
          if (product < 0) { // Then gⱼ is not zero.
            multiples[j] -= product / products[j][j];
          }
        }
      }
      for (int j = 0; j < tasks; j++) {
        sum[j] += multiples[j];
      }
    }
    return sum;
  }

  private static double product(double[] multiples, double[] products) {
    double sum = 0;
    for (int k = 0; k < multiples.length; k++) {
      sum += multiples[k] * products[k];
    }
    return sum;
  }

  private static int[] order(int tasks, RandomGenerator random) {
    int[] order = new int[tasks];
    Arrays.setAll(order, i -> i);
    for (int i = tasks - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int place = order[i];
      order[i] = order[other];
      order[other] = place;
    }
    return order;
  }
}
