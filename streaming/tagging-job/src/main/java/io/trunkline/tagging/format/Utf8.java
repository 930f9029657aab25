package io.trunkline.tagging.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 without the replacement characters by which {@link String} hides what is wrong. */
final class Utf8 {
  static final long UNPAIRED_SURROGATE = -1;

  private Utf8() {}

  /**
   * @throws CharacterCodingException if the bytes are not UTF-8; the message says where
   */
  static String decode(byte[] bytes) throws CharacterCodingException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedTextException(buffer.position(), e);
    }
  }

  /** Bytes that a text takes; {@link #UNPAIRED_SURROGATE} where it cannot be written. */
  static long length(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (!Character.isSurrogate(c)) {
        bytes += 3;
      } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
        bytes += 4;
        i++;
      } else {
        return UNPAIRED_SURROGATE;
      }
    }
    return bytes;
  }
}
