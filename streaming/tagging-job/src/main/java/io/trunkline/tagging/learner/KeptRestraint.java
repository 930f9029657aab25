package io.trunkline.tagging.learner;

/**
 * What was taken back of late, as it is kept in state; public for Flink's serializers.
 *
 * @param rollbacks versions taken back in a row
 * @param until when the last cool-down ends, in milliseconds since the epoch
 * @param held whether only people decide
 */
public record KeptRestraint(int rollbacks, long until, boolean held) {}
