package io.trunkline.feedback.intake;

/**
 * A label as a model version gave it.
 *
 * @param eventId the event's id
 * @param task the task's name
 * @param value {@link io.trunkline.schemas.avro.OneLabel}, {@link
 *     io.trunkline.schemas.avro.SeveralLabels}, {@link io.trunkline.schemas.avro.Spans} or {@link
 *     io.trunkline.schemas.avro.Score}
 * @param modelDigest the version that made it; empty where the record does not say
 * @param generation that version's generation; -1 where it has none
 */
public record GivenLabel(
    String eventId, String task, Object value, String modelDigest, long generation) {}
