package io.trunkline.model.text;

/**
 * A text as the network reads it. One that a {@link TextEncoder} fills is used again for the next
 * text; confined to one thread while it changes.
 */
public final class EncodedText {
  private final Rows words;
  private final Rows wordNgrams;
  private final Rows pieces;
  private final Spellings spellings;

  /**
   * A text of which all is known.
   *
   * @param words rows of the word embeddings, in reading order; at least one, at most {@code
   *     maxTokens}
   * @param wordNgrams rows of the n-gram table for its n-grams of words, in no order that matters;
   *     none if it has none that the table knows
   * @param characterNgrams rows of the same table for its n-grams of characters, likewise; with the
   *     former at most {@code maxNgrams}
   */
  public EncodedText(int[] words, int[] wordNgrams, int[] characterNgrams) {
    this.words = new Rows(words);
    this.wordNgrams = new Rows(wordNgrams);
    this.pieces = new Rows(characterNgrams);
    this.spellings = Spellings.NONE;
  }

  /** One for a {@link TextEncoder} to fill. */
  EncodedText(Spellings spellings) {
    this.words = new Rows();
    this.wordNgrams = new Rows();
    this.pieces = new Rows();
    this.spellings = spellings;
  }

  /** The same, which stays as it is. */
  EncodedText toKeep() {
    return new EncodedText(words().clone(), wordNgrams().clone(), characterNgrams().clone());
  }

  void clear() {
    words.clear();
    wordNgrams.clear();
    pieces.clear();
  }

  /** Rows of the word embeddings, in reading order; at least one. Not to be changed. */
  public int[] words() {
    return words.toArray();
  }

  /** Rows of the n-gram table for its n-grams of words. Not to be changed. */
  public int[] wordNgrams() {
    return wordNgrams.toArray();
  }

  /** The same as {@link #words()}, as they lie. */
  public Rows wordRows() {
    return words;
  }

  /** The same as {@link #wordNgrams()}, as they lie. */
  public Rows wordNgramRows() {
    return wordNgrams;
  }

  /**
   * Rows of the n-gram table for its n-grams of characters, and instead of those of a word that is
   * spelled in full the {@linkplain Spellings#word word}, which is below 0.
   */
  public Rows pieces() {
    return pieces;
  }

  /** Rows of the n-gram table for its n-grams of characters, all of them. Not to be changed. */
  public int[] characterNgrams() {
    if (spellings == Spellings.NONE) {
      return pieces.toArray();
    }
    Rows rows = new Rows();
    for (int i = 0; i < pieces.count(); i++) {
      int piece = pieces.get(i);
      if (piece >= 0) {
        rows.add(piece);
      } else {
        for (int row : spellings.rows(Spellings.word(piece))) {
          rows.add(row);
        }
      }
    }
    return rows.toArray();
  }
}
