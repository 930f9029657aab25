package io.trunkline.model.network;

/**
 * Loops over rows of a table that the compiler turns into vectors: one loop a shape, without
 * intermediate arrays, over places that do not change in it.
 */
final class Sums {
  private Sums() {}

  /** {@code sum += table[a …]} */
  static void add(float[] sum, float[] table, int a) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += table[a + i];
    }
  }

  /** {@code maxima = max(maxima, numbers)} */
  static void maximum(float[] maxima, float[] numbers) {
    for (int i = 0; i < maxima.length; i++) {
      maxima[i] = Math.max(maxima[i], numbers[i]);
    }
  }

  /** {@code maxima = max(maxima, table[a …])} */
  static void maximum(float[] maxima, float[] table, int a) {
    for (int i = 0; i < maxima.length; i++) {
      maxima[i] = Math.max(maxima[i], table[a + i]);
    }
  }

  /** {@code maxima = max(maxima, table[a …] + table[b …])} */
  static void maximum(float[] maxima, float[] table, int a, int b) {
    for (int i = 0; i < maxima.length; i++) {
      maxima[i] = Math.max(maxima[i], table[a + i] + table[b + i]);
    }
  }

  /** {@code maxima = max(maxima, table[a …] + table[b …] + table[c …])} */
  static void maximum(float[] maxima, float[] table, int a, int b, int c) {
    for (int i = 0; i < maxima.length; i++) {
      maxima[i] = Math.max(maxima[i], table[a + i] + table[b + i] + table[c + i]);
    }
  }

  /** {@code maxima = max(maxima, table[a …] + table[b …] + table[c …] + table[d …])} */
  static void maximum(float[] maxima, float[] table, int a, int b, int c, int d) {
    for (int i = 0; i < maxima.length; i++) {
      maxima[i] = Math.max(maxima[i], table[a + i] + table[b + i] + (table[c + i] + table[d + i]));
    }
  }
}
