package io.trunkline.model.text;

import io.trunkline.model.text.Token.Form;
import io.trunkline.model.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with names and numbers blotted out, so that its build shows: {@code Who was Anne Boleyn ?}
 * becomes {@code who was Xx ?}, whoever she was. A word in capitals becomes {@code XX}, one that
 * begins with a capital {@code Xx} and several of them in a row one {@code Xx}; a number becomes as
 * many {@code 0} as it has digits, four at the most. A capital at the text's beginning says nothing
 * and is ignored. Other tokens stay.
 */
final class Forms {
  private static final String BEGIN = "\u0002";
  private static final String END = "\u0003";
  private static final String NAME = "Xx";
  private static final String CAPITALS = "XX";
  private static final String LETTER = "X";
  private static final List<String> NUMBERS = List.of("0", "00", "000", "0000");

  private Forms() {}

  /** The forms of a text, with a mark before the first and after the last. */
  static List<String> of(List<Token> tokens) {
    List<String> forms = new ArrayList<>(tokens.size() + 2);
    forms.add(BEGIN);
    for (int i = 0; i < tokens.size(); i++) {
      String form = i == 0 ? ofFirst(tokens.get(0)) : of(tokens.get(i));
      if (!form.equals(NAME) || !forms.get(forms.size() - 1).equals(NAME)) {
        forms.add(form);
      }
    }
    forms.add(END);
    return forms;
  }

  /** Whether a form is the token itself, or a mark. */
  static boolean isPlain(String form) {
    // Folded tokens have no capitals, and a token is never as long a row of zeros by chance.
    char first = form.charAt(0);
    return first != 'X' && first != '0';
  }

  /** Whether a form is a CJK character, or a mark. */
  static boolean isCjk(String form) {
    return Tokenizer.isCjk(form.codePointAt(0)) || form.equals(BEGIN) || form.equals(END);
  }

  private static String ofFirst(Token token) {
    return token.kind() == Kind.WORD ? token.text() : of(token);
  }

  private static String of(Token token) {
    if (token.kind() == Kind.NUMBER) {
      return NUMBERS.get(Math.min(token.text().length(), NUMBERS.size()) - 1);
    }
    if (token.kind() != Kind.WORD || token.form() == Form.PLAIN) {
      return token.text();
    }
    if (token.form() == Form.CAPITALISED) {
      return NAME;
    }
    return token.text().length() == 1 ? LETTER : CAPITALS;
  }
}
