package io.trunkline.model.text;

/**
 * A piece of a folded text.
 *
 * @param text the piece; never empty
 * @param kind what it is made of
 * @param start where it begins in the folded text, in UTF-16 units
 */
public record Token(String text, Kind kind, int start) {
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

  /** Whether {@code next} begins where this ends, with no space between. */
  boolean touches(Token next) {
    return start + text.length() == next.start;
  }
}
