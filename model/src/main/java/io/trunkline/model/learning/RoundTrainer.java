package io.trunkline.model.learning;

import io.trunkline.model.Model;

/** Runs rounds. */
public final class RoundTrainer {
  private RoundTrainer() {}

  /**
   * The model of a round: a pure function of it and of its parent, bit for bit on one kind of
   * machine. Takes seconds to minutes on the calling thread.
   *
   * @param parent the model that the round names
   * @param digest the round's own, which the model's training summary names
   * @param afterStep called after every step; it may wait, and ends the round by throwing
   * @throws io.trunkline.model.InvalidInputException if there is nothing to learn
   */
  public static Model run(Model parent, Round round, String digest, Runnable afterStep) {
    throw new UnsupportedOperationException();
  }
}
