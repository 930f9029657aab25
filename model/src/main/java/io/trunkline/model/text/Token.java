package io.trunkline.model.text;

/**
 * A piece of a folded text.
 *
 * @param text the piece; never empty
 * @param kind what it is made of
 * @param form how it was written
 * @param start where it begins in the original text, in code points
 * @param end one past where it ends
 */
public record Token(String text, Kind kind, Form form, int start, int end) {
  /** What a token is made of. */
  public enum Kind {
    /** Letters. */
    WORD,
    /** Digits and other numerals. */
    NUMBER,
    /** One character of a script that is written without spaces between words. */
    CJK,
    /** One character that is none of these: punctuation, a currency sign, an emoji. */
    SYMBOL
  }

  /** How a token was written, which folding makes it lose. */
  public enum Form {
    /** Without a capital at its beginning. */
    PLAIN,
    /** With a capital at its beginning. */
    CAPITALISED,
    /** In capitals throughout. */
    CAPITALS
  }

  /** Whether {@code next} begins where this ends, with no space between. */
  boolean touches(Token next) {
    return end == next.start;
  }
}
