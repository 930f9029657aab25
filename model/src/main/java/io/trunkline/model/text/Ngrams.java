package io.trunkline.model.text;

import io.trunkline.model.ModelSpec.Features;
import io.trunkline.model.text.Token.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The two bags of n-grams that the wide part reads, each n-gram as its 32-bit hash. Of words:
 *
 * <ul>
 *   <li>of each attribute that the model reads, name and value together;
 *   <li>every token, and every pair of neighbours, with a mark before the first and after the last;
 *   <li>its first token with each of those that follow soon: who, when or how many is what a
 *       question's other words are asked for; not if it is a CJK character, which is no word;
 *   <li>of the text's {@link Forms forms}, every two (where one of them is no plain word), three
 *       and four neighbours; not of CJK characters alone, which are n-grams of characters already.
 * </ul>
 *
 * <p>Of characters:
 *
 * <ul>
 *   <li>of a word or number between {@code <} and {@code >}, every stretch of 2 to 5 characters;
 *   <li>of a run of CJK characters, every stretch of 3 or 4 (1 and 2 are tokens and pairs already).
 * </ul>
 *
 * <p>They are two because there are many more of characters: in one bag the words would drown.
 * Beyond the permitted number, what comes later in this order is left out: words go before
 * characters, and the beginning of a text before its end.
 */
final class Ngrams {
  private static final int BEGIN = 0x02;
  private static final int END = 0x03;
  private static final int BETWEEN = 0x1F;
  private static final int CHARACTERS = StableHash.add(StableHash.START, 0x1D);
  private static final int OPENING = StableHash.add(StableHash.START, 0x1A);
  private static final int ATTRIBUTE = StableHash.add(StableHash.START, 0x1B);
  private static final int FORMS = StableHash.add(StableHash.START, 0x1C);

  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;
  private static final int CJK_SHORTEST = 3;
  private static final int CJK_LONGEST = 4;
  private static final int MOST_FORMS = 4;
  private static final int SOON = 16;

  private final int[] hashes;
  private int count;

  private Ngrams(int maxNgrams) {
    hashes = new int[maxNgrams];
  }

  /**
   * The hashes of a text's n-grams of words, and of its attributes, repeats included.
   *
   * @param tokens of the text; may be empty
   * @param attributes of the text
   * @return at least one hash
   */
  static int[] ofWords(List<Token> tokens, Map<String, String> attributes, Features features) {
    Ngrams ngrams = new Ngrams(features.maxNgrams());
    ngrams.addAttributes(attributes, features.attributes());
    ngrams.addTokensAndPairs(tokens);
    ngrams.addOpenings(tokens);
    ngrams.addForms(Forms.of(tokens));
    return ngrams.hashes();
  }

  /**
   * The hashes of a text's n-grams of characters, repeats included; perhaps none.
   *
   * @param maxNgrams how many may be used
   */
  static int[] ofCharacters(List<Token> tokens, int maxNgrams) {
    Ngrams ngrams = new Ngrams(maxNgrams);
    ngrams.addCharacters(tokens);
    return ngrams.hashes();
  }

  /** Those of one word or number, all of them. */
  static int[] ofCharacters(String word) {
    Ngrams ngrams = new Ngrams((LONGEST - SHORTEST + 1) * (word.length() + 2));
    ngrams.addCharactersOf(word);
    return ngrams.hashes();
  }

  /**
   * Those of the word or number at {@code place}, or those that begin with the CJK character there.
   *
   * @param maxNgrams how many may be used
   */
  static int[] ofCharactersAt(List<Token> tokens, int place, int maxNgrams) {
    Ngrams ngrams = new Ngrams(maxNgrams);
    ngrams.addCharactersAt(tokens, place);
    return ngrams.hashes();
  }

  private void addAttributes(Map<String, String> attributes, List<String> names) {
    for (String name : names) {
      String value = attributes.get(name);
      if (value != null) {
        add(StableHash.add(StableHash.add(StableHash.add(ATTRIBUTE, name), BETWEEN), value));
      }
    }
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

  private void addOpenings(List<Token> tokens) {
    if (tokens.isEmpty() || tokens.get(0).kind() == Kind.CJK) {
      return;
    }
    int last = Math.min(tokens.size() - 1, SOON);
    for (int i = 1; i <= last; i++) {
      int first = StableHash.add(OPENING, tokens.get(0).text());
      add(StableHash.add(StableHash.add(first, BETWEEN), tokens.get(i).text()));
    }
  }

  private void addForms(List<String> forms) {
    for (int from = 0; from < forms.size() && !isFull(); from++) {
      int state = FORMS;
      boolean plain = true;
      boolean cjk = true;
      int last = Math.min(forms.size() - from, MOST_FORMS);
      for (int length = 1; length <= last; length++) {
        String form = forms.get(from + length - 1);
        state = StableHash.add(StableHash.add(state, BETWEEN), form);
        plain &= Forms.isPlain(form);
        cjk &= Forms.isCjk(form);
        if (!cjk && (length > 2 || (length == 2 && !plain))) {
          add(state);
        }
      }
    }
  }

  private void addCharacters(List<Token> tokens) {
    for (int i = 0; i < tokens.size() && !isFull(); i++) {
      addCharactersAt(tokens, i);
    }
  }

  private void addCharactersAt(List<Token> tokens, int place) {
    switch (tokens.get(place).kind()) {
      case WORD, NUMBER -> addCharactersOf(tokens.get(place).text());
      case CJK -> addRunFrom(tokens, place);
      case SYMBOL -> {}
    }
  }

  private void addCharactersOf(String word) {
    int[] characters = new int[word.length() + 2];
    int size = 0;
    characters[size++] = '<';
    for (int i = 0; i < word.length(); i += Character.charCount(characters[size - 1])) {
      characters[size++] = word.codePointAt(i);
    }
    characters[size++] = '>';
    for (int from = 0; from < size && !isFull(); from++) {
      int state = CHARACTERS;
      int last = Math.min(size - from, LONGEST);
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
      hashes[count++] = StableHash.finish(state);
    }
  }

  private boolean isFull() {
    return count == hashes.length;
  }

  private int[] hashes() {
    return Arrays.copyOf(hashes, count);
  }
}
