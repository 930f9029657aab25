package io.trunkline.model.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes texts that differ only in how they are written the same: case, full and half width,
 * ligatures, invisible characters.
 *
 * <p>It follows the Unicode Standard's toNFKC_Casefold (section 3.13, D146): normalisation form
 * NFKC, full case folding, and removal of ignorable characters, normalised once more. The JDK has
 * no table of case foldings, so a text is folded by its full upper-case mapping (ß to SS) and then
 * each character's lower case. That differs from Unicode's table in a handful of letters only:
 * dotless ı becomes i, and Cherokee becomes its lower case. Ignorable are here the format
 * characters (zero-width joiner, soft hyphen, byte order mark) and the variation selectors.
 */
public final class Folding {
  private Folding() {}

  /** The text as it is compared. Folding what is folded already changes nothing. */
  public static String fold(String text) {
    if (isPlainAscii(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    if (isPlainCjk(text)) {
      return text;
    }
    String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(upper.length());
    upper
        .codePoints()
        .filter(c -> !isIgnorable(c))
        .map(Character::toLowerCase)
        .forEach(folded::appendCodePoint);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }

  private static boolean isPlainAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Most Chinese and much Japanese, for speed: folding leaves it as it is. */
  private static boolean isPlainCjk(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlainCjk(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isPlainCjk(char c) {
    boolean han = c >= 0x4E00 && c <= 0x9FFF;
    boolean kana = c >= 0x3041 && c <= 0x30FE && c != 0x3099 && c != 0x309A;
    return han || (kana && c != 0x309B && c != 0x309C && c != 0x309F);
  }

  static boolean isIgnorable(int c) {
    return Character.getType(c) == Character.FORMAT
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }
}
