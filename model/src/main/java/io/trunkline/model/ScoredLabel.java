package io.trunkline.model;

/**
 * A label and how likely it is.
 *
 * @param label one of the task's labels
 * @param score the model's probability, in [0, 1]
 */
public record ScoredLabel(String label, double score) {}
