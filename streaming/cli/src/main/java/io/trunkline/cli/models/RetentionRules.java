package io.trunkline.cli.models;

import java.time.Instant;
import java.util.Set;

/**
 * Which archives must stay, whatever else is said.
 *
 * @param lastAnnounced so many different models of those announced last; at least 1
 * @param youngSince what the store got after this; it may be on its way to be announced
 * @param configured digests that the pipeline's file names
 * @param checkpointed digests that checkpoints or savepoints name
 */
record RetentionRules(
    int lastAnnounced, Instant youngSince, Set<String> configured, Set<String> checkpointed) {
  RetentionRules {
    configured = Set.copyOf(configured);
    checkpointed = Set.copyOf(checkpointed);
  }
}
