package io.trunkline.model.text;

import java.util.Arrays;

/**
 * A folded text that knows where each of its characters comes from. Used again for the next text;
 * confined to one thread.
 *
 * <p>The original is folded piece by piece, a piece being a character with all that may melt into
 * it: marks, invisible characters, the vowels and finals of a Hangul syllable. So a folded
 * character stands for a whole piece, and folding the pieces is folding the text.
 */
final class FoldedText {
  private static final int HALF_WIDTH_VOICING_MARK = 0xFF9E;
  private static final int HALF_WIDTH_SEMI_VOICING_MARK = 0xFF9F;
  private static final int FIRST_HANGUL_VOWEL = 0x1160;
  private static final int LAST_HANGUL_FINAL = 0x11FF;

  private char[] characters = new char[128];
  private int[] starts = new int[128];
  private int[] ends = new int[128];
  private boolean[] capital = new boolean[128];
  private int length;

  /** Folds another text. */
  void read(String original) {
    length = 0;
    reserve(original.length());
    int position = 0;
    for (int from = 0; from < original.length(); ) {
      int to = endOfPiece(original, from);
      char first = original.charAt(from);
      if (to - from == 1 && first < 0x80) {
        addAscii(first, position++);
      } else if (to - from == 1 && Folding.isPlainCjk(first)) {
        add(first, position, position + 1, false);
        position++;
      } else {
        int end = position + original.codePointCount(from, to);
        boolean isCapital = isCapitalLetter(original.codePointAt(from));
        add(Folding.fold(original.substring(from, to)), position, end, isCapital);
        position = end;
      }
      from = to;
    }
  }

  private static int endOfPiece(String text, int from) {
    int to = from + Character.charCount(text.codePointAt(from));
    while (to < text.length() && melts(text.codePointAt(to))) {
      to += Character.charCount(text.codePointAt(to));
    }
    return to;
  }

  /** Whether a character may become part of the one before it. */
  private static boolean melts(int c) {
    return c >= 0x80
        && (Tokenizer.isMark(c)
            || Folding.isIgnorable(c)
            || (c >= FIRST_HANGUL_VOWEL && c <= LAST_HANGUL_FINAL)
            || c == HALF_WIDTH_VOICING_MARK
            || c == HALF_WIDTH_SEMI_VOICING_MARK);
  }

  private static boolean isCapitalLetter(int c) {
    return Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  /** For speed: an ASCII character is a piece of its own and folds to its lower case. */
  private void addAscii(char c, int start) {
    boolean isCapital = c >= 'A' && c <= 'Z';
    add(isCapital ? (char) (c + ('a' - 'A')) : c, start, start + 1, isCapital);
  }

  private void add(String folded, int start, int end, boolean isCapital) {
    for (int i = 0; i < folded.length(); i++) {
      add(folded.charAt(i), start, end, isCapital);
    }
  }

  private void add(char c, int start, int end, boolean isCapital) {
    reserve(length + 1);
    characters[length] = c;
    starts[length] = start;
    ends[length] = end;
    capital[length] = isCapital;
    length++;
  }

  private void reserve(int size) {
    if (size > characters.length) {
      characters = Arrays.copyOf(characters, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      capital = Arrays.copyOf(capital, 2 * size);
    }
  }

  /** UTF-16 units of the folded text. */
  int length() {
    return length;
  }

  /** The folded text, and more behind its {@link #length}; not copied. */
  char[] characters() {
    return characters;
  }

  /** The code point at a UTF-16 unit. */
  int codePoint(int at) {
    return Character.codePointAt(characters, at, length);
  }

  /** Where the piece of a UTF-16 unit begins in the original, in code points. */
  int start(int at) {
    return starts[at];
  }

  /** One past where it ends. */
  int end(int at) {
    return ends[at];
  }

  /** Whether it begins with a capital letter. */
  boolean isCapital(int at) {
    return capital[at];
  }
}
