package io.trunkline.model.evaluation;

import io.trunkline.model.TaskKind;

/**
 * How well a model did on one task.
 *
 * @param kind the task's kind
 * @param n how many examples are labelled for it, at least one
 * @param accuracy the fraction of them whose best label is the right one, in [0, 1]
 * @param macroF1 see {@link LabelCounts#macroF1()}, in [0, 1]
 */
public record TaskScore(TaskKind kind, int n, double accuracy, double macroF1) {}
