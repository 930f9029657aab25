package io.trunkline.feedback.join;

import java.time.Duration;

/**
 * How feedback is joined to events.
 *
 * @param timeToLive how long an event is kept after the last that was heard of it, and how long
 *     early feedback waits for its event; by the broker's time, not by times in records
 * @param scoreTolerance how far a score may be off and still count as right, in the task's unit
 * @param maxRecordBytes the largest record that the internal topics take, with some room left: what
 *     is known of one event may fill it, and an input a quarter, for two values and two revisions
 *     meet in a judgement
 */
public record JoinSettings(Duration timeToLive, double scoreTolerance, int maxRecordBytes) {
  private static final double HALF_A_POINT = 0.5;

  /** What Kafka's own defaults take, 1 MiB, less room for keys and headers. */
  private static final int DEFAULT_RECORD_BYTES = 1_000_000;

  private static final int MIN_RECORD_BYTES = 16_384;

  public JoinSettings {
    if (timeToLive.toMillis() < 1) {
      throw new IllegalArgumentException(
          "the time to live is " + timeToLive + ", expected a millisecond at least");
    }
    if (!(scoreTolerance >= 0)) {
      throw new IllegalArgumentException(
          "the tolerance of scores is " + scoreTolerance + ", expected 0 or more");
    }
    if (maxRecordBytes < MIN_RECORD_BYTES) {
      throw new IllegalArgumentException(
          "the largest record has %d bytes, expected at least %d"
              .formatted(maxRecordBytes, MIN_RECORD_BYTES));
    }
  }

  /** Scores are right within half a point; the broker's limits are Kafka's defaults. */
  public static JoinSettings of(Duration timeToLive) {
    return new JoinSettings(timeToLive, HALF_A_POINT, DEFAULT_RECORD_BYTES);
  }

  /** The longest record that is read. */
  public int maxInputBytes() {
    return maxRecordBytes / 4;
  }
}
