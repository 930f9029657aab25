package io.trunkline.model.network;

import io.trunkline.model.Table;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.Rows;
import io.trunkline.model.text.Spellings;
import java.util.Arrays;

/**
 * What the heads read of a text's n-grams: of the bags of words and of characters the sums times
 * 1/√n, added up, behind a ReLU. Confined to one thread.
 */
final class WideFeatures {
  private static final int AT_ONCE = 8;

  private final Table wide;
  private final SpelledWords spelled;
  private final float[] ofWords;
  private final float[] ofCharacters;
  private final float[][] copies;
  private final float[][] sums = new float[AT_ONCE][];

  WideFeatures(Table wide, SpelledWords spelled) {
    this.wide = wide;
    this.spelled = spelled;
    ofWords = new float[wide.width()];
    ofCharacters = new float[wide.width()];
    copies = new float[AT_ONCE][wide.width()];
  }

  /** Puts a text's features into an array, from {@code at} on. */
  void put(EncodedText text, float[] into, int at) {
    Arrays.fill(ofWords, 0);
    Arrays.fill(ofCharacters, 0);
    int words = addRows(text.wordNgramRows(), ofWords);
    int characters = addRows(text.pieces(), ofCharacters) + addSpelled(text.pieces());
    Sums.rectify(ofWords, scale(words), ofCharacters, scale(characters));
    System.arraycopy(ofWords, 0, into, at, ofWords.length);
  }

  /** Adds the rows of the wide table, and says how many they are. */
  private int addRows(Rows rows, float[] sum) {
    int count = 0;
    int copied = 0;
    for (int i = 0; i < rows.count(); i++) {
      if (rows.get(i) >= 0) {
        wide.read(rows.get(i), copies[copied++], 0);
        count++;
        if (copied == AT_ONCE) {
          Sums.addAll(sum, copies, copied);
          copied = 0;
        }
      }
    }
    Sums.addAll(sum, copies, copied);
    return count;
  }

  /** Adds the sums of whole words, and says how many rows they are of. */
  private int addSpelled(Rows pieces) {
    int count = 0;
    int found = 0;
    for (int i = 0; i < pieces.count(); i++) {
      if (pieces.get(i) < 0) {
        int word = Spellings.word(pieces.get(i));
        sums[found] = spelled.sums().row(word, copies[found]);
        found++;
        count += spelled.counts()[word];
        if (found == AT_ONCE) {
          Sums.addAll(ofCharacters, sums, found);
          found = 0;
        }
      }
    }
    Sums.addAll(ofCharacters, sums, found);
    return count;
  }

  private static float scale(int rows) {
    return rows == 0 ? 0 : (float) (1 / Math.sqrt(rows));
  }
}
