package io.trunkline.model.text;

/**
 * A hash that will never change, since model files depend on it: FNV-1a, 32 bits, over the UTF-8
 * bytes, then the finaliser of MurmurHash3, without which the low bits of FNV-1a would hang on the
 * low bits of the bytes alone.
 *
 * @see <a href="https://datatracker.ietf.org/doc/rfc9923/">G. Fowler et al., The FNV
 *     Non-Cryptographic Hash Algorithm</a>
 * @see <a href="https://github.com/aappleby/smhasher">A. Appleby, MurmurHash3, fmix32</a>
 */
public final class StableHash {
  /** The state before anything was added: FNV's offset basis. */
  static final int START = 0x811C9DC5;

  private static final int PRIME = 0x01000193;

  private StableHash() {}

  /** The hash of a text. */
  public static int of(String text) {
    return finish(add(START, text));
  }

  /** The state after the UTF-8 bytes of {@code text}. */
  static int add(int state, String text) {
    int result = state;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      result = add(result, c);
      i += Character.charCount(c);
    }
    return result;
  }

  /** The state after the UTF-8 bytes of some characters. */
  static int add(int state, char[] characters, int from, int to) {
    int result = state;
    for (int i = from; i < to; ) {
      int c = Character.codePointAt(characters, i, to);
      result = add(result, c);
      i += Character.charCount(c);
    }
    return result;
  }

  /** The state after the UTF-8 bytes of one code point. */
  static int add(int state, int codePoint) {
    if (codePoint < 0x80) {
      return addByte(state, codePoint);
    }
    if (codePoint < 0x800) {
      return addTail(addByte(state, 0xC0 | codePoint >> 6), codePoint, 0);
    }
    if (codePoint < 0x10000) {
      return addTail(addByte(state, 0xE0 | codePoint >> 12), codePoint, 6);
    }
    return addTail(addByte(state, 0xF0 | codePoint >> 18), codePoint, 12);
  }

  private static int addTail(int state, int codePoint, int highestShift) {
    int result = state;
    for (int shift = highestShift; shift >= 0; shift -= 6) {
      result = addByte(result, 0x80 | codePoint >> shift & 0x3F);
    }
    return result;
  }

  private static int addByte(int state, int value) {
    return (state ^ value) * PRIME;
  }

  /** Spreads what every bit of the state knows over all bits. */
  static int finish(int state) {
    int h = state;
    h = (h ^ h >>> 16) * 0x85EBCA6B;
    h = (h ^ h >>> 13) * 0xC2B2AE35;
    return h ^ h >>> 16;
  }
}
