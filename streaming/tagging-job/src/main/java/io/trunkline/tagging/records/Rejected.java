package io.trunkline.tagging.records;

/**
 * A record that cannot be processed.
 *
 * @param origin the record
 * @param stage where it failed
 * @param errorClass class name of the error
 * @param message what was wrong and what was expected, in one line
 */
public record Rejected(SourceRecord origin, Stage stage, String errorClass, String message) {
  /** Where a record failed. */
  public enum Stage {
    /** Its bytes are not of the format. */
    DECODE,
    /** It was decoded but breaks a rule: no id, a blank or oversized text. */
    VALIDATE,
    /** The model could not read it. */
    TAG,
    /** The model that serves cannot learn from it. */
    LEARN
  }
}
