package io.trunkline.model.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The word table: which row of the word embeddings a token has. Row {@value #PADDING} is padding
 * and stays zero, row {@value #UNKNOWN} is for every word without a row of its own. Words too rare
 * in training for a row read as unknown there too, so that row learns what rare words are like;
 * what they are made of is seen by the character n-grams.
 */
public final class Vocabulary {
  public static final int PADDING = 0;
  public static final int UNKNOWN = 1;
  static final int FIRST_WORD = 2;

  private final List<String> words;
  private final Map<Word, Integer> rows = new HashMap<>();

  /**
   * A word table as a model file has it.
   *
   * @param words the word of row i + 2
   */
  public Vocabulary(List<String> words) {
    this.words = List.copyOf(words);
    for (String word : words) {
      rows.put(new Word(word), FIRST_WORD + rows.size());
    }
  }

  /**
   * The word table of a training set: its words by falling frequency, equals in the order of their
   * UTF-16 units.
   *
   * @param texts the tokens of each training text
   * @param minCount occurrences that a word needs
   * @param maxWords words at the most
   */
  public static Vocabulary of(Iterable<List<Token>> texts, int minCount, int maxWords) {
    return new Vocabulary(List.of()).grow(texts, minCount, maxWords);
  }

  /**
   * The table with rows for the words of further texts too, after those that it has.
   *
   * @param texts the tokens of each further text
   * @param minCount occurrences there that a new word needs
   * @param maxWords words at the most, those that it has included
   */
  public Vocabulary grow(Iterable<List<Token>> texts, int minCount, int maxWords) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<Token> tokens : texts) {
      for (Token token : tokens) {
        counts.merge(token.text(), 1, Integer::sum);
      }
    }
    words.forEach(counts::remove);
    List<String> grown = new ArrayList<>(words);
    counts.entrySet().stream()
        .filter(word -> word.getValue() >= minCount)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(Math.max(0, maxWords - words.size()))
        .map(Map.Entry::getKey)
        .forEach(grown::add);
    return new Vocabulary(grown);
  }

  /** The words that have rows, the word of row i + 2 at i. */
  public List<String> words() {
    return words;
  }

  /** How many rows the table has, padding and unknown included. */
  public int rows() {
    return FIRST_WORD + words.size();
  }

  /** The row of a word. */
  public int row(String word) {
    return row(new Word(word));
  }

  int row(Word word) {
    return rows.getOrDefault(word, UNKNOWN);
  }
}
