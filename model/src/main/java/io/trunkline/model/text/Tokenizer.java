package io.trunkline.model.text;

import io.trunkline.model.text.Token.Form;
import io.trunkline.model.text.Token.Kind;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
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
    FoldedText folded = FoldedText.of(text);
    String characters = folded.text();
    List<Token> tokens = new ArrayList<>();
    int from = 0;
    while (from < characters.length()) {
      int c = characters.codePointAt(from);
      int to = from + Character.charCount(c);
      if (!isSpace(c)) {
        Kind kind = kindOf(c);
        to = endOfToken(characters, to, kind);
        tokens.add(token(folded, from, to, kind));
      }
      from = to;
    }
    return tokens;
  }

  private static Token token(FoldedText folded, int from, int to, Kind kind) {
    return new Token(
        folded.text().substring(from, to),
        kind,
        form(folded.capital(), from, to),
        folded.starts()[from],
        folded.ends()[to - 1]);
  }

  private static Form form(boolean[] capital, int from, int to) {
    if (!capital[from]) {
      return Form.PLAIN;
    }
    for (int i = from; i < to; i++) {
      if (!capital[i]) {
        return Form.CAPITALISED;
      }
    }
    return Form.CAPITALS;
  }

  private static int endOfToken(String folded, int from, Kind kind) {
    int end = from;
    while (end < folded.length()) {
      int c = folded.codePointAt(end);
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
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }
}
