package io.trunkline.tagging.format;

/**
 * A record was decoded but is no question. The message is one line: what, and what was expected.
 */
final class InvalidQuestionException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidQuestionException(String message) {
    super(message);
  }
}
