package io.trunkline.model.network;

import io.trunkline.model.text.Spellings;

/**
 * For each word of the vocabulary the sum of the rows of its n-grams of characters: a text then
 * needs one look-up a word instead of one an n-gram, of which a word has a dozen. May be shared by
 * threads.
 *
 * @param sums a row a word
 * @param counts how many rows each word's sum is of
 */
record SpelledWords(float[][] sums, int[] counts) {

  /** How many numbers there would be. */
  static long size(Spellings spellings, int width) {
    return (long) spellings.words() * width;
  }

  /** Adds up the rows of a wide table, each {@code width} wide. */
  static SpelledWords of(Spellings spellings, float[] wide, int width) {
    float[][] sums = new float[spellings.words()][width];
    int[] counts = new int[sums.length];
    float[] row = new float[width];
    for (int word = 0; word < sums.length; word++) {
      int[] rows = spellings.rows(word);
      counts[word] = rows.length;
      for (int place : rows) {
        System.arraycopy(wide, place * width, row, 0, width);
        Sums.add(sums[word], row);
      }
    }
    return new SpelledWords(sums, counts);
  }
}
