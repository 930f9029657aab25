package io.trunkline.model.text;

import java.util.Arrays;

/**
 * Some characters as the key of a map, without a string of their own. Comparable, so that a map
 * stays quick even if a file's words have been chosen to have the same hash.
 */
final class Word implements Comparable<Word> {
  private char[] characters = {};
  private int from;
  private int to;
  private int hash;

  /** A word to be set. */
  Word() {}

  /** A word to keep. */
  Word(String word) {
    set(word.toCharArray(), 0, word.length(), StableHash.of(word));
  }

  /**
   * Makes it another word; not while it is a key of a map.
   *
   * @param hash the {@link StableHash} of the characters
   */
  void set(char[] newCharacters, int newFrom, int newTo, int newHash) {
    characters = newCharacters;
    from = newFrom;
    to = newTo;
    hash = newHash;
  }

  /** Adds its code points. */
  void addTo(Rows letters) {
    for (int i = from; i < to; ) {
      int c = Character.codePointAt(characters, i, to);
      letters.add(c);
      i += Character.charCount(c);
    }
  }

  @Override
  public int compareTo(Word other) {
    return Arrays.compare(characters, from, to, other.characters, other.from, other.to);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Word word
        && hash == word.hash
        && Arrays.equals(characters, from, to, word.characters, word.from, word.to);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
