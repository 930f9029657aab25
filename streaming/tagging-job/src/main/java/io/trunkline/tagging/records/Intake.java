package io.trunkline.tagging.records;

import org.jspecify.annotations.Nullable;

/**
 * What became of one record read: a question or a rejection, never both.
 *
 * @param question the question; null where the record was rejected
 * @param rejected the rejection; null where the record is a question
 */
public record Intake(@Nullable Question question, @Nullable Rejected rejected) {}
