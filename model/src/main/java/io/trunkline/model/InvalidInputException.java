package io.trunkline.model;

/**
 * Something a user gave cannot be used: a model file, a data file, a configuration. The message is
 * one line that says what is wrong, where, and what was expected; it is fit to be shown as it is.
 */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidInputException(String message) {
    super(message);
  }

  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
