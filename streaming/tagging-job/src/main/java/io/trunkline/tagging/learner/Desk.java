package io.trunkline.tagging.learner;

/**
 * What all parts of the learner share.
 *
 * @param settings what it was told
 * @param versions what serves, and the one writer
 * @param restraint whether it may act by itself
 * @param counts what it counts
 * @param out what it says
 */
record Desk(
    LearnerSettings settings, Versions versions, Restraint restraint, Counts counts, Outbox out) {
  /** Who announces what nobody proposed. */
  static final String NAME = "learner";
}
