package io.trunkline.tagging.learner.rounds;

import io.trunkline.model.Example;
import io.trunkline.model.learning.Round;
import java.util.List;

/**
 * A round to run.
 *
 * @param digest of its archive
 * @param round all that its model depends on
 * @param heldOut what the model is compared with its parent on, by ascending id
 */
public record PlannedRound(String digest, Round round, List<Example> heldOut) {
  public PlannedRound {
    heldOut = List.copyOf(heldOut);
  }
}
