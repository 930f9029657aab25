package io.trunkline.tagging.learner;

/**
 * A count as it is kept in state; public for Flink's serializers.
 *
 * @param what is counted
 * @param number how many
 */
public record Counted(Count what, long number) {
  /** What is counted. Names are in every savepoint and never change. */
  public enum Count {
    /** Corrections that came. */
    RECEIVED,
    /**
     * Those of them to be learnt. Each is new in one round, or waits, or was replaced or expelled.
     */
    ACCEPTED,
    /** Those held out. */
    HELD_OUT,
    /** Those that were to be held out but come from a source that is not trusted. */
    SET_ASIDE,
    /** Those that came after a later one on the same event, source and task. */
    OUTDATED,
    /** Those that became dead letters. */
    REJECTED,
    /** Accepted ones that another took the place of before their first round. */
    REPLACED,
    /**
     * Accepted ones that became dead letters before their first round, with their task or label.
     */
    EXPELLED,
    /** Rounds planned. */
    ROUNDS
  }
}
