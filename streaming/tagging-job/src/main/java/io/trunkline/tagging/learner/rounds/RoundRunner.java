package io.trunkline.tagging.learner.rounds;

import io.trunkline.model.learning.Round;
import java.io.IOException;
import java.io.Serializable;

/** Names and runs rounds. */
public interface RoundRunner extends Serializable {
  /** The digest of a round's archive. Quick. */
  String digest(Round round) throws IOException;

  /**
   * Runs a round: puts its archive in the store of rounds, trains its model, compares that with its
   * parent and, if it is accepted, puts it in the store of models. Equal rounds have equal models,
   * however often they are run. Takes seconds to minutes.
   *
   * @param afterStep called after every step of training; it may wait, and ends the round by
   *     throwing
   * @throws Exception if the round could not be run; it may succeed another time
   */
  GatedModel run(PlannedRound planned, Runnable afterStep) throws Exception;
}
