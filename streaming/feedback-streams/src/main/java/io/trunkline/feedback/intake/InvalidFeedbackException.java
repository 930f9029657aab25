package io.trunkline.feedback.intake;

/**
 * Feedback that cannot be used. The message is one line that says what is wrong and what was
 * expected.
 */
public final class InvalidFeedbackException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidFeedbackException(String message) {
    super(message);
  }
}
