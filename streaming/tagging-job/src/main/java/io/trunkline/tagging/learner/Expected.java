package io.trunkline.tagging.learner;

import io.trunkline.tagging.learner.probation.AnswerCount;
import java.util.List;

/**
 * What to expect of a version that the gate let pass.
 *
 * @param digest the version's
 * @param answers the labels that it gave to the hold-out texts
 */
public record Expected(String digest, List<AnswerCount> answers) {}
