package io.trunkline.model.network;

import io.trunkline.model.text.EncodedText;
import java.util.Arrays;
import java.util.List;

/**
 * The wide input of a batch: for each text the sum of its n-grams' rows times 1/√n, so that its
 * spread does not depend on the text's length.
 *
 * @param texts of the batch
 * @param width of a row
 */
record NgramInput(List<EncodedText> texts, int width) {

  /** The input, row-major, {@code [texts × width]}. */
  float[] gather(float[] table) {
    float[] sums = new float[texts.size() * width];
    // Loops over arrays that all begin at 0 are made ones of vectors.
    float[] sum = new float[width];
    float[] row = new float[width];
    for (int i = 0; i < texts.size(); i++) {
      Arrays.fill(sum, 0);
      addBag(texts.get(i).wordNgrams(), table, row, sum);
      addBag(texts.get(i).characterNgrams(), table, row, sum);
      System.arraycopy(sum, 0, sums, i * width, width);
    }
    return sums;
  }

  /** Adds to each row's gradient its share of {@code gradient} [texts × width]. */
  void scatter(float[] gradient, RowGradients into) {
    float[] ofText = new float[width];
    for (int i = 0; i < texts.size(); i++) {
      System.arraycopy(gradient, i * width, ofText, 0, width);
      scatterBag(texts.get(i).wordNgrams(), ofText, into);
      scatterBag(texts.get(i).characterNgrams(), ofText, into);
    }
  }

  private static void scatterBag(int[] rows, float[] gradient, RowGradients into) {
    float scale = scale(rows);
    for (int row : rows) {
      into.add(row, gradient, scale);
    }
  }

  private static void addBag(int[] rows, float[] table, float[] row, float[] sum) {
    float scale = scale(rows);
    for (int place : rows) {
      System.arraycopy(table, place * row.length, row, 0, row.length);
      add(sum, row, scale);
    }
  }

  private static void add(float[] sum, float[] row, float scale) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += scale * row[i];
    }
  }

  private static float scale(int[] rows) {
    return rows.length == 0 ? 0 : (float) (1 / Math.sqrt(rows.length));
  }
}
