package io.trunkline.model.text;

import io.trunkline.model.text.Token.Kind;
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
 *
 * <p>Used again for the next text. Confined to one thread.
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

  private final Rows hashes = new Rows();
  private final Rows letters = new Rows();
  private final Forms forms = new Forms();
  private int most;

  /** Forgets what there is, and takes no more than {@code mostHashes} from now on. */
  void clear(int mostHashes) {
    hashes.clear();
    most = mostHashes;
  }

  /** The hashes of what was added, repeats included. */
  Rows hashes() {
    return hashes;
  }

  /**
   * Adds a text's n-grams of words, and its attributes: at least one.
   *
   * @param tokens of the text; may be empty
   * @param attributes of the text
   * @param names of the attributes that are read
   */
  void addWords(Tokens tokens, Map<String, String> attributes, List<String> names) {
    addAttributes(attributes, names);
    addTokensAndPairs(tokens);
    addOpenings(tokens);
    forms.read(tokens);
    addForms();
  }

  /** Adds its n-grams of characters; perhaps none. */
  void addCharacters(Tokens tokens) {
    for (int i = 0; i < tokens.count() && !isFull(); i++) {
      addCharactersAt(tokens, i);
    }
  }

  /**
   * Adds those of the word or number at {@code place}, or those that begin with the CJK character
   * there.
   */
  void addCharactersAt(Tokens tokens, int place) {
    switch (tokens.kind(place)) {
      case WORD, NUMBER -> addCharactersOf(tokens.word(place));
      case CJK -> addRunFrom(tokens, place);
      case SYMBOL -> {}
    }
  }

  /** Adds those of a word or number. */
  void addCharactersOf(Word word) {
    letters.clear();
    letters.add('<');
    word.addTo(letters);
    letters.add('>');
    for (int from = 0; from < letters.count() && !isFull(); from++) {
      int state = CHARACTERS;
      int last = Math.min(letters.count() - from, LONGEST);
      for (int length = 1; length <= last; length++) {
        state = StableHash.add(state, letters.get(from + length - 1));
        if (length >= SHORTEST) {
          add(state);
        }
      }
    }
  }

  private void addAttributes(Map<String, String> attributes, List<String> names) {
    for (String name : names) {
      String value = attributes.get(name);
      if (value != null) {
        add(StableHash.add(StableHash.add(StableHash.add(ATTRIBUTE, name), BETWEEN), value));
      }
    }
  }

  private void addTokensAndPairs(Tokens tokens) {
    int before = StableHash.add(StableHash.START, BEGIN);
    for (int i = 0; i < tokens.count() && !isFull(); i++) {
      add(tokens.state(i));
      add(tokens.addTo(StableHash.add(before, BETWEEN), i));
      before = tokens.state(i);
    }
    add(StableHash.add(StableHash.add(before, BETWEEN), END));
  }

  private void addOpenings(Tokens tokens) {
    if (tokens.count() == 0 || tokens.kind(0) == Kind.CJK) {
      return;
    }
    int opening = StableHash.add(tokens.addTo(OPENING, 0), BETWEEN);
    int last = Math.min(tokens.count() - 1, SOON);
    for (int i = 1; i <= last; i++) {
      add(tokens.addTo(opening, i));
    }
  }

  private void addForms() {
    for (int from = 0; from < forms.count() && !isFull(); from++) {
      int state = FORMS;
      boolean plain = true;
      boolean cjk = true;
      int last = Math.min(forms.count() - from, MOST_FORMS);
      for (int length = 1; length <= last; length++) {
        int form = from + length - 1;
        state = forms.addTo(StableHash.add(state, BETWEEN), form);
        plain &= forms.isPlain(form);
        cjk &= forms.isCjk(form);
        if (!cjk && (length > 2 || (length == 2 && !plain))) {
          add(state);
        }
      }
    }
  }

  private void addRunFrom(Tokens tokens, int from) {
    int state = CHARACTERS;
    for (int length = 1; length <= CJK_LONGEST; length++) {
      int token = from + length - 1;
      state = tokens.addTo(state, token);
      if (length >= CJK_SHORTEST) {
        add(state);
      }
      int next = token + 1;
      if (next == tokens.count() || tokens.kind(next) != Kind.CJK || !tokens.touches(token, next)) {
        return;
      }
    }
  }

  private void add(int state) {
    if (!isFull()) {
      hashes.add(StableHash.finish(state));
    }
  }

  private boolean isFull() {
    return hashes.count() == most;
  }
}
