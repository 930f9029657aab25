package io.trunkline.schemas.wire;

/** Messages that people read in a list. */
public final class OneLine {
  private static final int MAX_LENGTH = 500;

  private OneLine() {}

  /** What a failure says, or what it is called where it says nothing. */
  public static String of(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : of(message);
  }

  /** The text with line breaks and other control characters made a space, cut at 500 characters. */
  public static String of(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+\\s*", " ").strip();
    if (line.length() <= MAX_LENGTH) {
      return line;
    }
    int end =
        Character.isHighSurrogate(line.charAt(MAX_LENGTH - 2)) ? MAX_LENGTH - 2 : MAX_LENGTH - 1;
    return line.substring(0, end) + "…";
  }
}
