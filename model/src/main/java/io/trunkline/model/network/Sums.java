package io.trunkline.model.network;

/**
 * Loops over rows that the compiler makes vectors of. It does so only if all arrays are read and
 * written from their beginning (C2 of JDK 17 takes {@code a[from + i]} and {@code b[i]} for perhaps
 * the same numbers): with an offset the same loop takes five times as long, and it pays to copy a
 * row first. A loop has a cost of its own, and rows that are far apart in memory are fetched at the
 * same time if one loop reads them: so they take many rows.
 */
final class Sums {
  private Sums() {}

  /** {@code sum += a} */
  static void add(float[] sum, float[] a) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += a[i];
    }
  }

  /** Adds the first {@code count} of the rows. */
  static void addAll(float[] sum, float[][] rows, int count) {
    int i = 0;
    for (; i + 8 <= count; i += 8) {
      addEight(sum, rows, i);
    }
    if (i + 4 <= count) {
      addFour(sum, rows[i], rows[i + 1], rows[i + 2], rows[i + 3]);
      i += 4;
    }
    for (; i < count; i++) {
      add(sum, rows[i]);
    }
  }

  private static void addFour(float[] sum, float[] a, float[] b, float[] c, float[] d) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += a[i] + b[i] + (c[i] + d[i]);
    }
  }

  private static void addEight(float[] sum, float[][] rows, int from) {
    float[] a = rows[from];
    float[] b = rows[from + 1];
    float[] c = rows[from + 2];
    float[] d = rows[from + 3];
    float[] e = rows[from + 4];
    float[] f = rows[from + 5];
    float[] g = rows[from + 6];
    float[] h = rows[from + 7];
    for (int i = 0; i < sum.length; i++) {
      sum[i] += a[i] + b[i] + (c[i] + d[i]) + (e[i] + f[i] + (g[i] + h[i]));
    }
  }

  /** {@code sum = max(0, x · sum + y · other)} */
  static void rectify(float[] sum, float x, float[] other, float y) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.max(0, x * sum[i] + y * other[i]);
    }
  }

  /** {@code numbers = max(0, numbers + biases)} */
  static void rectify(float[] numbers, float[] biases) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.max(0, numbers[i] + biases[i]);
    }
  }

  /** {@code maxima = max(maxima, a)} */
  static void maximum(float[] maxima, float[] a) {
    for (int i = 0; i < maxima.length; i++) {
      maxima[i] = Math.max(maxima[i], a[i]);
    }
  }

  /** {@code maxima = max(maxima, a + b)} */
  static void maximum(float[] maxima, float[] a, float[] b) {
    for (int i = 0; i < maxima.length; i++) {
      maxima[i] = Math.max(maxima[i], a[i] + b[i]);
    }
  }

  /** {@code maxima = max(maxima, a + b + c)} */
  static void maximum(float[] maxima, float[] a, float[] b, float[] c) {
    for (int i = 0; i < maxima.length; i++) {
      maxima[i] = Math.max(maxima[i], a[i] + b[i] + c[i]);
    }
  }

  /** {@code maxima = max(maxima, a + b + c + d)} */
  static void maximum(float[] maxima, float[] a, float[] b, float[] c, float[] d) {
    for (int i = 0; i < maxima.length; i++) {
      maxima[i] = Math.max(maxima[i], a[i] + b[i] + (c[i] + d[i]));
    }
  }
}
