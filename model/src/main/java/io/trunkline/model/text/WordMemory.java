package io.trunkline.model.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of words' n-grams of characters, remembered: the same words come again and again, and
 * hashing them takes longer than all else that is done to read a text. Confined to one thread.
 */
final class WordMemory {
  /** Beyond it all are forgotten, which is rare, and simpler than to know the oldest. */
  private static final int MOST_WORDS = 1 << 14;

  /** Longer ones are links and the like, and do not come again. */
  private static final int LONGEST_WORD = 32;

  private final NgramIndex index;
  private final Map<String, Entry> entries = new HashMap<>();

  /**
   * What is known of a word.
   *
   * @param ngrams how many it has, with or without a row
   * @param rows of those that have one
   */
  record Entry(int ngrams, int[] rows) {}

  WordMemory(NgramIndex index) {
    this.index = index;
  }

  /** What is known of a word or number; null of one that is too long to be remembered. */
  @Nullable Entry of(String word) {
    if (word.length() > LONGEST_WORD) {
      return null;
    }
    Entry known = entries.get(word);
    if (known == null) {
      if (entries.size() == MOST_WORDS) {
        entries.clear();
      }
      int[] hashes = Ngrams.ofCharacters(word);
      known = new Entry(hashes.length, index.rows(hashes));
      entries.put(word, known);
    }
    return known;
  }
}
