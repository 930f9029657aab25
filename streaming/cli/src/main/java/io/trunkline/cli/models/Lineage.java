package io.trunkline.cli.models;

import io.trunkline.model.Model;
import java.util.Optional;

/**
 * What a round of learning made a model from.
 *
 * @param parent digest of the model that it started from
 * @param round digest of the round's archive
 */
record Lineage(String parent, String round) {
  /** A model's, as it says itself; empty if it was trained at once and not by a round. */
  static Optional<Lineage> of(Model model) {
    return Optional.empty();
  }
}
