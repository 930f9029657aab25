package io.trunkline.model.network;

import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.Vocabulary;
import java.util.List;

/**
 * The word input of a batch: each token's embedding, padded with zeros to a common length.
 *
 * @param rows the row of each token, {@link Vocabulary#PADDING} beyond a text's end; {@code [texts
 *     × length]}
 * @param length tokens of every text, padding included: the smallest of 8, 16, 32 … that the
 *     longest text fits in, so that there are few different shapes and little padding
 * @param width of an embedding
 */
record WordInput(int[] rows, int length, int width) {
  private static final int SHORTEST = 8;

  /** Lines the texts up. */
  static WordInput of(List<EncodedText> texts, int width) {
    int longest = texts.stream().mapToInt(text -> text.words().length).max().orElseThrow();
    int length = SHORTEST;
    while (length < longest) {
      length *= 2;
    }
    int[] rows = new int[texts.size() * length];
    for (int i = 0; i < texts.size(); i++) {
      int[] words = texts.get(i).words();
      System.arraycopy(words, 0, rows, i * length, words.length);
    }
    return new WordInput(rows, length, width);
  }

  /** The input, {@code [texts × width × length]}, as convolutions want it. */
  float[] gather(float[] table) {
    float[] values = new float[rows.length * width];
    for (int token = 0; token < rows.length; token++) {
      if (rows[token] != Vocabulary.PADDING) {
        int to = place(token);
        int from = rows[token] * width;
        for (int i = 0; i < width; i++) {
          values[to + i * length] = table[from + i];
        }
      }
    }
    return values;
  }

  /** Adds to each row's gradient its share of {@code gradient} [texts × width × length]. */
  void scatter(float[] gradient, RowGradients into) {
    float[] vector = new float[width];
    for (int token = 0; token < rows.length; token++) {
      if (rows[token] != Vocabulary.PADDING) {
        int from = place(token);
        for (int i = 0; i < width; i++) {
          vector[i] = gradient[from + i * length];
        }
        into.add(rows[token], vector, 0, 1);
      }
    }
  }

  /** 1 where there is a token, 0 where there is padding; {@code [texts × length]}. */
  float[] mask() {
    float[] mask = new float[rows.length];
    for (int token = 0; token < rows.length; token++) {
      mask[token] = rows[token] == Vocabulary.PADDING ? 0 : 1;
    }
    return mask;
  }

  /** Where a token's first number lies in {@code [texts × width × length]}. */
  private int place(int token) {
    return token / length * width * length + token % length;
  }
}
