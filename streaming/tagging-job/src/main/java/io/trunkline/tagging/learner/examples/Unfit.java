package io.trunkline.tagging.learner.examples;

import io.trunkline.model.InvalidInputException;

/**
 * A correction that the model that serves cannot learn from.
 *
 * @param correction which
 * @param isNew whether it was never in a round
 * @param problem why, in one line
 */
public record Unfit(Correction correction, boolean isNew, InvalidInputException problem) {}
