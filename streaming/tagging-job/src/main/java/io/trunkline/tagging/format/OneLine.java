package io.trunkline.tagging.format;

/** Messages that people read in a list. */
final class OneLine {
  private static final int MAX_LENGTH = 500;

  private OneLine() {}

  /** The text with line breaks and other control characters made spaces, cut at 500 characters. */
  static String of(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    if (line.length() <= MAX_LENGTH) {
      return line;
    }
    int end =
        Character.isHighSurrogate(line.charAt(MAX_LENGTH - 2)) ? MAX_LENGTH - 2 : MAX_LENGTH - 1;
    return line.substring(0, end) + "…";
  }
}
