package io.trunkline.model.text;

import io.trunkline.model.text.Token.Form;
import io.trunkline.model.text.Token.Kind;
import java.util.List;

/**
 * A text with names and numbers blotted out, so that its build shows: {@code Who was Anne Boleyn ?}
 * becomes {@code who was Xx ?}, whoever she was. A word in capitals becomes {@code XX}, one that
 * begins with a capital {@code Xx} and several of them in a row one {@code Xx}; a number becomes as
 * many {@code 0} as it has digits, four at the most. A capital at the text's beginning says nothing
 * and is ignored. Other tokens stay. There is a mark before the first form and after the last.
 *
 * <p>A form is kept as the place of its token where it is the token itself, and as a number below 0
 * where it is one of a few: it is read for every text. Used again for the next; confined to one
 * thread.
 */
final class Forms {
  private static final List<String> FEW =
      List.of("\u0002", "\u0003", "Xx", "XX", "X", "0", "00", "000", "0000");

  private static final int BEGIN = -1;
  private static final int END = -2;
  private static final int NAME = -3;
  private static final int CAPITALS = -4;
  private static final int LETTER = -5;
  private static final int DIGIT = -6;
  private static final int MOST_DIGITS = 4;

  private final Rows forms = new Rows();
  private Tokens tokens = new Tokens();

  /** Takes the forms of another text, whose tokens must stay while they are asked for. */
  void read(Tokens newTokens) {
    tokens = newTokens;
    forms.clear();
    forms.add(BEGIN);
    for (int i = 0; i < tokens.count(); i++) {
      int form = i == 0 && tokens.kind(0) == Kind.WORD ? 0 : of(i);
      if (form != NAME || forms.get(forms.count() - 1) != NAME) {
        forms.add(form);
      }
    }
    forms.add(END);
  }

  private int of(int token) {
    if (tokens.kind(token) == Kind.NUMBER) {
      return DIGIT + 1 - Math.min(tokens.length(token), MOST_DIGITS);
    }
    Form written = tokens.kind(token) == Kind.WORD ? tokens.form(token) : Form.PLAIN;
    return switch (written) {
      case PLAIN -> token;
      case CAPITALISED -> NAME;
      case CAPITALS -> tokens.length(token) == 1 ? LETTER : CAPITALS;
    };
  }

  /** How many there are, the marks among them. */
  int count() {
    return forms.count();
  }

  /** Whether the form at {@code place} is the token itself, or a mark. */
  boolean isPlain(int place) {
    return forms.get(place) >= END;
  }

  /** Whether the form at {@code place} is a CJK character, or a mark. */
  boolean isCjk(int place) {
    int form = forms.get(place);
    return form >= 0 ? tokens.kind(form) == Kind.CJK : form >= END;
  }

  /** The {@link StableHash} state after the form at {@code place}. */
  int addTo(int state, int place) {
    int form = forms.get(place);
    return form >= 0 ? tokens.addTo(state, form) : StableHash.add(state, FEW.get(-1 - form));
  }
}
