package io.trunkline.tagging.records;

/**
 * A record that tells the learner something, as it was read.
 *
 * @param kind what it is
 * @param record the record
 */
public record Signal(Kind kind, SourceRecord record) {
  /** What a signal is. */
  public enum Kind {
    /** A {@code LabelledExample}: something to learn. */
    EXAMPLE,
    /** A {@code ModelProposal}: a person wants another model to serve. */
    PROPOSAL,
    /** A {@code Drift}: quality has changed. */
    DRIFT
  }
}
