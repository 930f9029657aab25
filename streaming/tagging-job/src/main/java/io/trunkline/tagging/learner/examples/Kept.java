package io.trunkline.tagging.learner.examples;

import io.trunkline.tagging.records.SourceRecord;

/**
 * A correction as it is kept in state. The bytes are those of the topic's records, so that what is
 * in a savepoint stays readable as long as they are.
 *
 * @param place where it belongs
 * @param origin the correction
 * @param count rounds that it was in, or gates that it served in
 * @param since when it came, in milliseconds since the epoch
 */
public record Kept(Place place, SourceRecord origin, int count, long since) {
  /** Where a correction belongs. Names are in every savepoint and never change. */
  public enum Place {
    /** It waits for a round. */
    POOL,
    /** It is read again in later rounds. */
    REPLAYABLE,
    /** Models are compared on it. */
    HELD_OUT,
    /** It is new in the round that is planned. */
    LEARNT_IN_ROUND,
    /** It is read again in the round that is planned. */
    REPLAYED_IN_ROUND,
    /** The candidate of the round that is planned is judged on it. */
    JUDGES_ROUND
  }
}
