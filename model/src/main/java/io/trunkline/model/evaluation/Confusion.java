package io.trunkline.model.evaluation;

/**
 * A label that was given for another.
 *
 * @param right what was right
 * @param given what was given in its place
 * @param count how often
 */
public record Confusion(String right, String given, int count) {}
