package io.trunkline.tagging.records;

/**
 * A record that the learner writes.
 *
 * @param kind what it is, and so its topic
 * @param key its key
 * @param value its bytes
 * @param writtenAt when, in milliseconds since the epoch
 */
@SuppressWarnings("ArrayRecordComponent") // Moved along, never compared.
public record LearnerRecord(Kind kind, String key, byte[] value, long writtenAt) {
  /** What a record of the learner is. */
  public enum Kind {
    /** A {@code ModelAnnouncement}: from here on another model serves. */
    ANNOUNCEMENT,
    /** A {@code Round}, as it was planned. */
    ROUND,
    /** A {@code ModelDecision}. */
    DECISION
  }
}
