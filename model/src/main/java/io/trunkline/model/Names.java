package io.trunkline.model;

/** What tasks, labels and attributes may be called: they become topics, columns and file names. */
public final class Names {
  private static final int LONGEST = 200;

  private Names() {}

  /**
   * Returns the name.
   *
   * @param what to call it in errors
   * @throws InvalidInputException if it is blank, too long or has a control character
   */
  public static String require(String what, String name) {
    if (name.isBlank()
        || name.length() > LONGEST
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInputException(
          "%s is '%s', expected 1 to %d characters, not blank, no line break or tab"
              .formatted(what, printable(name), LONGEST));
    }
    return name;
  }

  private static String printable(String name) {
    return name.codePoints()
        .limit(LONGEST)
        .filter(c -> !Character.isISOControl(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
