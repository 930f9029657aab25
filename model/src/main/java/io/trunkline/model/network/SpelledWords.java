package io.trunkline.model.network;

import io.trunkline.model.Table;
import io.trunkline.model.text.Spellings;
import java.util.Arrays;

/**
 * For each word of the vocabulary the sum of the rows of its n-grams of characters: a text then
 * needs one look-up a word instead of one an n-gram, of which a word has a dozen. May be shared by
 * threads.
 *
 * @param sums a row a word
 * @param counts how many rows each word's sum is of
 */
record SpelledWords(LookUpTable sums, int[] counts) {

  /** How many numbers there would be. */
  static long size(Spellings spellings, int width) {
    return (long) spellings.words() * width;
  }

  /** Adds up the rows of a wide table. */
  static SpelledWords of(Spellings spellings, Table wide) {
    int[] counts = new int[spellings.words()];
    LookUpTable sums = LookUpTable.ofZeros(wide.precision(), counts.length, wide.width());
    float[] row = new float[wide.width()];
    float[] sum = new float[wide.width()];
    for (int word = 0; word < counts.length; word++) {
      int[] rows = spellings.rows(word);
      counts[word] = rows.length;
      Arrays.fill(sum, 0);
      for (int place : rows) {
        wide.read(place, row, 0);
        Sums.add(sum, row);
      }
      sums.put(word, sum, 0);
    }
    return new SpelledWords(sums, counts);
  }
}
