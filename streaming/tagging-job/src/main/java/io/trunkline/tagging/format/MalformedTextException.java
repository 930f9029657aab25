package io.trunkline.tagging.format;

import java.nio.charset.CharacterCodingException;

/** Bytes that are not UTF-8. */
final class MalformedTextException extends CharacterCodingException {
  private static final long serialVersionUID = 1L;

  private final int position;

  /**
   * @param position the first byte that belongs to no character, from 0
   */
  MalformedTextException(int position, CharacterCodingException cause) {
    this.position = position;
    initCause(cause);
  }

  @Override
  public String getMessage() {
    return "not UTF-8: the byte at position " + position + " belongs to no character";
  }
}
