package io.trunkline.model.network;

import io.trunkline.model.text.EncodedText;
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
    for (int i = 0; i < texts.size(); i++) {
      addBag(texts.get(i).wordNgrams(), table, sums, i * width);
      addBag(texts.get(i).characterNgrams(), table, sums, i * width);
    }
    return sums;
  }

  /** Adds to each row's gradient its share of {@code gradient} [texts × width]. */
  void scatter(float[] gradient, RowGradients into) {
    for (int i = 0; i < texts.size(); i++) {
      scatterBag(texts.get(i).wordNgrams(), gradient, i * width, into);
      scatterBag(texts.get(i).characterNgrams(), gradient, i * width, into);
    }
  }

  private static void scatterBag(int[] rows, float[] gradient, int from, RowGradients into) {
    float scale = scale(rows);
    for (int row : rows) {
      into.add(row, gradient, from, scale);
    }
  }

  private void addBag(int[] rows, float[] table, float[] sums, int at) {
    float scale = scale(rows);
    int length = width;
    for (int row : rows) {
      int from = row * length;
      for (int j = 0; j < length; j++) {
        sums[at + j] += scale * table[from + j];
      }
    }
  }

  private static float scale(int[] rows) {
    return rows.length == 0 ? 0 : (float) (1 / Math.sqrt(rows.length));
  }
}
