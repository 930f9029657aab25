package io.trunkline.model.network;

import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The word input of a batch: each token's embedding, padded with zeros to a common length.
 *
 * @param rows the row of each token, {@link Vocabulary#PADDING} beyond a text's end; {@code [texts
 *     × length]}
 * @param factors what each number of an embedding was multiplied by: 1, or 0 and 1 / (1 − dropout);
 *     {@code [texts × length × width]}
 * @param length tokens of every text, padding included
 * @param width of an embedding
 */
record WordInput(int[] rows, float[] factors, int length, int width) {
  private static final int SHORTEST = 8;

  /** Nothing dropped. */
  static WordInput of(List<EncodedText> texts, int width) {
    int length = paddedLength(texts);
    float[] factors = new float[texts.size() * length * width];
    Arrays.fill(factors, 1);
    return new WordInput(padded(texts, length), factors, length, width);
  }

  /** Each number of an embedding becomes 0 with probability {@code dropout}. */
  static WordInput dropped(
      List<EncodedText> texts, int width, double dropout, RandomGenerator random) {
    int length = paddedLength(texts);
    float[] factors = new float[texts.size() * length * width];
    float kept = (float) (1 / (1 - dropout));
    for (int i = 0; i < factors.length; i++) {
      factors[i] = random.nextFloat() < dropout ? 0 : kept;
    }
    return new WordInput(padded(texts, length), factors, length, width);
  }

  /**
   * The smallest of 8, 16, 32 … that is not below the longest text's length: few different shapes,
   * little padding.
   */
  static int paddedLength(List<EncodedText> texts) {
    int longest = texts.stream().mapToInt(text -> text.words().length).max().orElseThrow();
    int length = SHORTEST;
    while (length < longest) {
      length *= 2;
    }
    return length;
  }

  /** The input, {@code [texts × width × length]}, as convolutions want it. */
  float[] gather(float[] table) {
    float[] values = new float[factors.length];
    for (int token = 0; token < rows.length; token++) {
      if (rows[token] != Vocabulary.PADDING) {
        int to = place(token);
        int from = rows[token] * width;
        for (int i = 0; i < width; i++) {
          values[to + i * length] = table[from + i] * factors[token * width + i];
        }
      }
    }
    return values;
  }

  /** 1 where there is a token, 0 where there is padding; {@code [texts × length]}. */
  float[] mask() {
    float[] mask = new float[rows.length];
    for (int token = 0; token < rows.length; token++) {
      mask[token] = rows[token] == Vocabulary.PADDING ? 0 : 1;
    }
    return mask;
  }

  /** Adds to each row's gradient its share of {@code gradient} [texts × width × length]. */
  void backward(float[] gradient, RowGradients into) {
    float[] vector = new float[width];
    for (int token = 0; token < rows.length; token++) {
      if (rows[token] != Vocabulary.PADDING) {
        int from = place(token);
        for (int i = 0; i < width; i++) {
          vector[i] = gradient[from + i * length] * factors[token * width + i];
        }
        into.add(rows[token], vector, 0, 1);
      }
    }
  }

  /** Where a token's first number lies in {@code [texts × width × length]}. */
  private int place(int token) {
    return token / length * width * length + token % length;
  }

  private static int[] padded(List<EncodedText> texts, int length) {
    int[] rows = new int[texts.size() * length];
    for (int i = 0; i < texts.size(); i++) {
      int[] words = texts.get(i).words();
      System.arraycopy(words, 0, rows, i * length, words.length);
    }
    return rows;
  }
}
