package io.trunkline.tagging.learner.rounds;

import io.trunkline.model.gate.GateReport;

/**
 * What came of a round.
 *
 * @param digest of its model, which is in the store if it was accepted
 * @param report what the gate says of it
 */
public record GatedModel(String digest, GateReport report) {}
