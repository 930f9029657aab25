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
      int[] rows = texts.get(i).ngrams();
      int at = i * width;
      for (int row : rows) {
        addRow(table, row * width, sums, at);
      }
      float scale = scale(rows);
      for (int j = at; j < at + width; j++) {
        sums[j] *= scale;
      }
    }
    return sums;
  }

  /** Adds to each row's gradient its share of {@code gradient} [texts × width]. */
  void scatter(float[] gradient, RowGradients into) {
    for (int i = 0; i < texts.size(); i++) {
      int[] rows = texts.get(i).ngrams();
      float scale = scale(rows);
      for (int row : rows) {
        into.add(row, gradient, i * width, scale);
      }
    }
  }

  private void addRow(float[] table, int from, float[] sums, int at) {
    int length = width;
    for (int j = 0; j < length; j++) {
      sums[at + j] += table[from + j];
    }
  }

  private static float scale(int[] rows) {
    return (float) (1 / Math.sqrt(rows.length));
  }
}
