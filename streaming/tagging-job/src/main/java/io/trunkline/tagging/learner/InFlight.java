package io.trunkline.tagging.learner;

/**
 * An announcement on its way: emitted, and not read back from the models topic yet; public for
 * Flink's serializers.
 *
 * @param digest the model announced
 * @param by who asked for it
 * @param note why, in words
 * @param cause why
 * @param replaces the generation that served when it was emitted
 * @param since when that was, in milliseconds since the epoch
 */
public record InFlight(
    String digest, String by, String note, Cause cause, long replaces, long since) {
  /** Why a version came to serve. Names are in every savepoint and never change. */
  public enum Cause {
    /** A round made it and the gate let it pass. */
    ROUND,
    /** Somebody proposed it. */
    PROPOSAL,
    /** The one before it was taken back. */
    ROLLBACK,
    /** Somebody else announced it. */
    OTHER
  }

  /** The same, as if it had been emitted then. */
  InFlight emittedAt(long millis) {
    return new InFlight(digest, by, note, cause, replaces, millis);
  }
}
