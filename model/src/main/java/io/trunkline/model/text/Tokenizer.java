package io.trunkline.model.text;

import io.trunkline.model.text.Token.Kind;
import java.lang.Character.UnicodeScript;
import java.util.List;

/**
 * Cuts a text into tokens.
 *
 * <p>The text is {@linkplain Folding folded}. Then a run of letters is a word and a run of numerals
 * is a number ({@code 5pm} is two tokens); every CJK character (Han, Hiragana, Katakana, Hangul
 * syllable, Bopomofo) and every other visible character is a token of its own. Combining marks
 * belong to the token before them. Spaces and control characters only separate. Scripts that are
 * written without spaces but are not CJK (Thai, Khmer …) come out as long words, of which the
 * character n-grams still see the parts.
 */
public final class Tokenizer {
  private static final int PROLONGED_SOUND_MARK = 0x30FC;

  private Tokenizer() {}

  /** The tokens of a text, in reading order; none if nothing in it is visible. */
  public static List<Token> tokenize(String text) {
    Tokens tokens = new Tokens();
    tokens.read(text);
    return tokens.toList();
  }

  /** Adds the tokens of a text. */
  static void cut(FoldedText text, Tokens into) {
    int from = 0;
    while (from < text.length()) {
      int c = text.codePoint(from);
      int to = from + Character.charCount(c);
      if (!isSpace(c)) {
        Kind kind = kindOf(c);
        to = endOfToken(text, to, kind);
        into.add(from, to, kind);
      }
      from = to;
    }
  }

  private static int endOfToken(FoldedText text, int from, Kind kind) {
    int end = from;
    while (end < text.length()) {
      int c = text.codePoint(end);
      if (!isMark(c) && !(grows(kind) && !isSpace(c) && kindOf(c) == kind)) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static boolean grows(Kind kind) {
    return kind == Kind.WORD || kind == Kind.NUMBER;
  }

  private static Kind kindOf(int c) {
    if (c >= 'a' && c <= 'z') {
      return Kind.WORD;
    }
    if (isCjk(c)) {
      return Kind.CJK;
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER ->
          Kind.WORD;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          Kind.NUMBER;
      default -> Kind.SYMBOL;
    };
  }

  static boolean isCjk(int c) {
    if (c < 0x1100) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL
        || script == UnicodeScript.BOPOMOFO
        || c == PROLONGED_SOUND_MARK;
  }

  static boolean isMark(int c) {
    if (c < 0x300) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }
}
