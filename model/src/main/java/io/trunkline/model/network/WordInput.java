package io.trunkline.model.network;

import io.trunkline.model.text.EncodedText;
import java.util.List;

/**
 * The word input of a batch: the embeddings of all texts' N tokens, one text after the other, with
 * nothing in between.
 *
 * @param rows the row of each token
 * @param starts where each text begins
 * @param lengths tokens of each text
 * @param width of an embedding
 */
record WordInput(int[] rows, int[] starts, int[] lengths, int width) {

  /** Puts the texts one after the other. */
  static WordInput of(List<EncodedText> texts, int width) {
    int[] rows = new int[texts.stream().mapToInt(text -> text.words().length).sum()];
    int[] starts = new int[texts.size()];
    int[] lengths = new int[texts.size()];
    int at = 0;
    for (int i = 0; i < texts.size(); i++) {
      int[] words = texts.get(i).words();
      System.arraycopy(words, 0, rows, at, words.length);
      starts[i] = at;
      lengths[i] = words.length;
      at += words.length;
    }
    return new WordInput(rows, starts, lengths, width);
  }

  /** N. */
  int tokens() {
    return rows.length;
  }

  /** The input, {@code [N × width]}, column by column. */
  float[] gather(float[] table) {
    float[] values = new float[rows.length * width];
    for (int token = 0; token < rows.length; token++) {
      int from = rows[token] * width;
      for (int i = 0; i < width; i++) {
        values[i * rows.length + token] = table[from + i];
      }
    }
    return values;
  }

  /** Adds to each row's gradient its share of {@code gradient}, {@code [N × width]} by column. */
  void scatter(float[] gradient, RowGradients into) {
    float[] vector = new float[width];
    for (int token = 0; token < rows.length; token++) {
      for (int i = 0; i < width; i++) {
        vector[i] = gradient[i * rows.length + token];
      }
      into.add(rows[token], vector, 1);
    }
  }
}
