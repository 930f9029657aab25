package io.trunkline.tagging.learner.examples;

import io.trunkline.tagging.pipeline.Learning;

/**
 * How much is kept.
 *
 * @param slice new corrections that a round takes at the most
 * @param pool new corrections that wait at the most
 * @param attempts rounds that a correction counts as new in
 * @param replayBytes bytes of what is read again
 */
public record StockLimits(int slice, int pool, int attempts, long replayBytes) {
  /** A round that catches up with a backlog is not endless. */
  private static final int SLICE_FACTOR = 4;

  /** What waits is in every checkpoint. */
  private static final int POOL_FACTOR = 20;

  private static final long REPLAY_BYTES = 1 << 20;

  /** The limits for rounds of a pipeline. */
  public static StockLimits of(Learning.Rounds rounds) {
    return new StockLimits(
        SLICE_FACTOR * rounds.examples(),
        POOL_FACTOR * rounds.examples(),
        rounds.attempts(),
        REPLAY_BYTES);
  }
}
