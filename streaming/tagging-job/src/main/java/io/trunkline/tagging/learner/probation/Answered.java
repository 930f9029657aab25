package io.trunkline.tagging.learner.probation;

import io.trunkline.model.Prediction;
import io.trunkline.tagging.learner.examples.Correction;
import org.jspecify.annotations.Nullable;

/**
 * What two versions say of a text whose right value for one task is known.
 *
 * @param correction what is right
 * @param serving what the version that serves says; null if it lacks the task
 * @param predecessor what the one before it says; null if that lacks the task
 */
public record Answered(
    Correction correction, @Nullable Prediction serving, @Nullable Prediction predecessor) {}
