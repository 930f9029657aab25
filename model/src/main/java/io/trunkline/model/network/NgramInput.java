package io.trunkline.model.network;

import io.trunkline.model.text.EncodedText;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The wide input of a batch: for each text the sum of its n-grams' rows, times 1/√n.
 *
 * @param rows the rows each text uses
 * @param sums the input, row-major, {@code [texts × width]}
 */
record NgramInput(int[][] rows, float[] sums) {

  /** Every n-gram of every text. */
  static NgramInput of(List<EncodedText> texts, float[] table, int width) {
    int[][] rows = texts.stream().map(EncodedText::ngrams).toArray(int[][]::new);
    return sum(rows, table, width);
  }

  /** Each n-gram is left out with probability {@code dropout}; at least one of a text stays. */
  static NgramInput dropped(
      List<EncodedText> texts, float[] table, int width, double dropout, RandomGenerator random) {
    int[][] rows = new int[texts.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = someOf(texts.get(i).ngrams(), dropout, random);
    }
    return sum(rows, table, width);
  }

  /** Adds to each row's gradient its share of {@code gradient} [texts × width]. */
  void backward(float[] gradient, int width, RowGradients into) {
    for (int i = 0; i < rows.length; i++) {
      float scale = scale(rows[i]);
      for (int row : rows[i]) {
        into.add(row, gradient, i * width, scale);
      }
    }
  }

  private static NgramInput sum(int[][] rows, float[] table, int width) {
    float[] sums = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      int at = i * width;
      for (int row : rows[i]) {
        addRow(table, row * width, sums, at, width);
      }
      float scale = scale(rows[i]);
      for (int j = at; j < at + width; j++) {
        sums[j] *= scale;
      }
    }
    return new NgramInput(rows, sums);
  }

  private static void addRow(float[] table, int from, float[] sums, int at, int width) {
    for (int j = 0; j < width; j++) {
      sums[at + j] += table[from + j];
    }
  }

  private static float scale(int[] rows) {
    return (float) (1 / Math.sqrt(rows.length));
  }

  private static int[] someOf(int[] rows, double dropout, RandomGenerator random) {
    int[] kept = new int[rows.length];
    int count = 0;
    for (int row : rows) {
      if (random.nextFloat() >= dropout) {
        kept[count++] = row;
      }
    }
    if (count == 0) {
      kept[count++] = rows[random.nextInt(rows.length)];
    }
    return java.util.Arrays.copyOf(kept, count);
  }
}
