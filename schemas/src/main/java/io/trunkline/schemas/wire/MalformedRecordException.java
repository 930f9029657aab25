package io.trunkline.schemas.wire;

import java.io.IOException;

/**
 * Bytes that are not a record of the type asked for. The message is one line that says what is
 * wrong and what was expected; it is fit to be shown as it is.
 */
public final class MalformedRecordException extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedRecordException(String message) {
    super(message);
  }

  MalformedRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
