package io.trunkline.tagging.learner;

/** Reasons that people read in a list. */
final class OneLine {
  private OneLine() {}

  /** What a failure says, or what it is called where it says nothing. */
  static String of(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : of(message);
  }

  /** The text without line breaks. */
  static String of(String text) {
    return text.strip().replaceAll("\\R\\s*", " ");
  }
}
