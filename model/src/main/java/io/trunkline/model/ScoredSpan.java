package io.trunkline.model;

/**
 * A labelled stretch of a text and how likely it is.
 *
 * @param start first position, in Unicode code points of the original text, from 0
 * @param end one past the last position; greater than {@code start}
 * @param label one of the task's labels
 * @param score the model's probability, in [0, 1]
 */
public record ScoredSpan(int start, int end, String label, double score) {}
