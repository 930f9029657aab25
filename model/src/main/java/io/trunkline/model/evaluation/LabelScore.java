package io.trunkline.model.evaluation;

/**
 * How well one label of a task is told.
 *
 * @param label the label
 * @param precision how much of what was given this label should have been; 0 if none was
 * @param recall how much of what should have been given this label was; 0 if none should
 * @param f1 {@code 2 TP / (2 TP + FP + FN)}
 * @param right how often it was right
 * @param given how often it was given
 */
public record LabelScore(
    String label, double precision, double recall, double f1, int right, int given) {}
