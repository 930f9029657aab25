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
  /** A model's, as it says itself; empty if no round made it. */
  static Optional<Lineage> of(Model model) {
    String parent = model.training().parent();
    String round = model.training().round();
    return parent == null || round == null
        ? Optional.empty()
        : Optional.of(new Lineage(parent, round));
  }
}
