package io.trunkline.model.text;

import java.util.Arrays;

/**
 * A folded text that knows where each of its characters comes from.
 *
 * <p>The original is folded piece by piece, a piece being a character with all that may melt into
 * it: marks, invisible characters, the vowels and finals of a Hangul syllable. So a folded
 * character stands for a whole piece, and folding the pieces is folding the text.
 *
 * @param text the folded text
 * @param starts for each UTF-16 unit of it where its piece begins in the original, in code points
 * @param ends one past where its piece ends
 * @param capital for each UTF-16 unit whether its piece begins with a capital letter
 */
record FoldedText(String text, int[] starts, int[] ends, boolean[] capital) {
  private static final int HALF_WIDTH_VOICING_MARK = 0xFF9E;
  private static final int HALF_WIDTH_SEMI_VOICING_MARK = 0xFF9F;
  private static final int FIRST_HANGUL_VOWEL = 0x1160;
  private static final int LAST_HANGUL_FINAL = 0x11FF;

  /** Folds a text. */
  static FoldedText of(String original) {
    Builder builder = new Builder(original.length());
    int position = 0;
    for (int from = 0; from < original.length(); ) {
      int to = endOfPiece(original, from);
      if (to - from == 1 && original.charAt(from) < 0x80) {
        builder.addAscii(original.charAt(from), position++);
        from = to;
        continue;
      }
      int codePoints = to - from == 1 ? 1 : original.codePointCount(from, to);
      boolean isCapital = isCapital(original.codePointAt(from));
      builder.add(
          Folding.fold(original.substring(from, to)), position, position + codePoints, isCapital);
      position += codePoints;
      from = to;
    }
    return builder.build();
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

  private static boolean isCapital(int c) {
    return Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  /** Grows as the pieces come: a piece may fold to none, one or several characters. */
  private static final class Builder {
    private final StringBuilder text;
    private int[] starts;
    private int[] ends;
    private boolean[] capital;

    Builder(int capacity) {
      text = new StringBuilder(capacity);
      starts = new int[capacity];
      ends = new int[capacity];
      capital = new boolean[capacity];
    }

    /** For speed: an ASCII character is a piece of its own and folds to its lower case. */
    void addAscii(char c, int start) {
      int at = text.length();
      reserve(at + 1);
      starts[at] = start;
      ends[at] = start + 1;
      capital[at] = c >= 'A' && c <= 'Z';
      text.append(capital[at] ? (char) (c + ('a' - 'A')) : c);
    }

    void add(String folded, int start, int end, boolean isCapital) {
      int from = text.length();
      int to = from + folded.length();
      reserve(to);
      Arrays.fill(starts, from, to, start);
      Arrays.fill(ends, from, to, end);
      Arrays.fill(capital, from, to, isCapital);
      text.append(folded);
    }

    private void reserve(int size) {
      if (size > starts.length) {
        starts = Arrays.copyOf(starts, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
        capital = Arrays.copyOf(capital, 2 * size);
      }
    }

    FoldedText build() {
      return new FoldedText(text.toString(), starts, ends, capital);
    }
  }
}
