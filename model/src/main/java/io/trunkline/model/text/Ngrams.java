package io.trunkline.model.text;

import io.trunkline.model.text.Token.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * The bag of n-grams that the wide part reads, hashed to rows of its table:
 *
 * <ul>
 *   <li>every token, and every pair of neighbours, with a mark before the first and after the last;
 *   <li>of a word or number between {@code <} and {@code >}, every stretch of 2 to 5 characters;
 *   <li>of a run of CJK characters, every stretch of 3 or 4 (1 and 2 are tokens and pairs already).
 * </ul>
 *
 * <p>Beyond the permitted number, what comes later in this order is left out: tokens and pairs go
 * before characters, and the beginning of a text before its end.
 */
final class Ngrams {
  private static final int BEGIN = 0x02;
  private static final int END = 0x03;
  private static final int BETWEEN = 0x1F;
  private static final int CHARACTERS = StableHash.add(StableHash.START, 0x1D);

  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;
  private static final int CJK_SHORTEST = 3;
  private static final int CJK_LONGEST = 4;

  private final int[] rows;
  private final int mask;
  private int count;

  private Ngrams(int tableRows, int maxNgrams) {
    rows = new int[maxNgrams];
    mask = tableRows - 1;
  }

  /**
   * The rows of a text's n-grams, repeats included.
   *
   * @param tokens of the text; may be empty
   * @param tableRows rows of the table, a power of two
   * @param maxNgrams how many may be used
   * @return at least one row, each in [0, tableRows)
   */
  static int[] rows(List<Token> tokens, int tableRows, int maxNgrams) {
    Ngrams ngrams = new Ngrams(tableRows, maxNgrams);
    ngrams.addTokensAndPairs(tokens);
    ngrams.addCharacters(tokens);
    return Arrays.copyOf(ngrams.rows, ngrams.count);
  }

  private void addTokensAndPairs(List<Token> tokens) {
    int before = StableHash.add(StableHash.START, BEGIN);
    for (int i = 0; i < tokens.size() && !isFull(); i++) {
      int token = StableHash.add(StableHash.START, tokens.get(i).text());
      add(token);
      add(StableHash.add(StableHash.add(before, BETWEEN), tokens.get(i).text()));
      before = token;
    }
    add(StableHash.add(StableHash.add(before, BETWEEN), END));
  }

  private void addCharacters(List<Token> tokens) {
    for (int i = 0; i < tokens.size() && !isFull(); i++) {
      switch (tokens.get(i).kind()) {
        case WORD, NUMBER -> addCharactersOf("<" + tokens.get(i).text() + ">");
        case CJK -> addRunFrom(tokens, i);
        case SYMBOL -> {}
      }
    }
  }

  private void addCharactersOf(String word) {
    int[] characters = word.codePoints().toArray();
    for (int from = 0; from < characters.length && !isFull(); from++) {
      int state = CHARACTERS;
      int last = Math.min(characters.length - from, LONGEST);
      for (int length = 1; length <= last; length++) {
        state = StableHash.add(state, characters[from + length - 1]);
        if (length >= SHORTEST) {
          add(state);
        }
      }
    }
  }

  private void addRunFrom(List<Token> tokens, int from) {
    int state = CHARACTERS;
    for (int length = 1; length <= CJK_LONGEST; length++) {
      Token token = tokens.get(from + length - 1);
      state = StableHash.add(state, token.text());
      if (length >= CJK_SHORTEST) {
        add(state);
      }
      int next = from + length;
      if (next == tokens.size()
          || tokens.get(next).kind() != Kind.CJK
          || !token.touches(tokens.get(next))) {
        return;
      }
    }
  }

  private void add(int state) {
    if (!isFull()) {
      rows[count++] = StableHash.finish(state) & mask;
    }
  }

  private boolean isFull() {
    return count == rows.length;
  }
}
