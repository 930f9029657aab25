package io.trunkline.tagging.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/** Text that is not JSON, or is JSON of a kind that is not taken. */
final class MalformedJsonException extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedJsonException(JsonProcessingException cause) {
    super("not JSON" + place(cause.getLocation()) + ": " + cause.getOriginalMessage(), cause);
  }

  private static String place(JsonLocation location) {
    return location == null
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
