package io.trunkline.tagging.learner;

/**
 * The round that is planned, as it is kept in state; its examples are kept beside it. Public for
 * Flink's serializers.
 *
 * @param round its record, a {@code Round}
 * @param failures how often it could not be run, in a row
 */
@SuppressWarnings("ArrayRecordComponent") // Kept, never compared.
public record KeptPlan(byte[] round, int failures) {}
