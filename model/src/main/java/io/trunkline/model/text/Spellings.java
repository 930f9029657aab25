package io.trunkline.model.text;

import java.util.List;

/**
 * For each word of a vocabulary the rows of its n-grams of characters. Those of a word do not
 * depend on its neighbours, and the same words come again and again: what hangs on all of a word's
 * rows can be computed once. May be shared by threads.
 */
public final class Spellings {
  /** Of no word. */
  static final Spellings NONE = new Spellings(new int[0][], new int[0]);

  private static final int[] NO_ROWS = {};

  /** Longer ones are links and the like: there are few of them, and they take long. */
  private static final int LONGEST_WORD = 32;

  private final int[][] rows;
  private final int[] ngrams;

  private Spellings(int[][] rows, int[] ngrams) {
    this.rows = rows;
    this.ngrams = ngrams;
  }

  /** Those of a vocabulary's words. */
  public static Spellings of(Vocabulary vocabulary, NgramIndex index) {
    int[][] rows = new int[vocabulary.rows()][];
    int[] ngrams = new int[rows.length];
    List<String> words = vocabulary.words();
    Ngrams ofWord = new Ngrams();
    for (int row = 0; row < rows.length; row++) {
      int word = row - Vocabulary.FIRST_WORD;
      rows[row] = NO_ROWS;
      if (word >= 0 && words.get(word).length() <= LONGEST_WORD) {
        ofWord.clear(Integer.MAX_VALUE);
        ofWord.addCharactersOf(new Word(words.get(word)));
        Rows known = new Rows();
        index.addRows(ofWord.hashes(), known);
        rows[row] = known.toArray();
        ngrams[row] = ofWord.hashes().count();
      }
    }
    return new Spellings(rows, ngrams);
  }

  /** How many words there are, padding and unknown among them. */
  public int words() {
    return rows.length;
  }

  /** The rows of a word's n-grams, of those that have one; not copied. */
  public int[] rows(int word) {
    return rows[word];
  }

  /** How many n-grams a word has, with or without a row; 0 if its spelling is not known. */
  int ngrams(int word) {
    return ngrams[word];
  }

  /** What stands for a whole word among a text's {@linkplain EncodedText#pieces pieces}. */
  static int piece(int word) {
    return ~word;
  }

  /** The word of such a piece. */
  public static int word(int piece) {
    return ~piece;
  }
}
