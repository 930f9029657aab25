package io.trunkline.model.learning;

import io.trunkline.model.Model;
import io.trunkline.model.training.FineTuner;
import io.trunkline.model.training.TrainingListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs rounds. */
public final class RoundTrainer {
  private static final Logger LOG = LoggerFactory.getLogger(RoundTrainer.class);

  private RoundTrainer() {}

  /**
   * The model of a round: a pure function of it and of its parent, bit for bit on one kind of
   * machine and with one release of this library. Takes seconds to minutes on the calling thread.
   *
   * @param parent the model that the round names
   * @param digest the round's own, which the model's training summary names
   * @param afterStep called after every step; it may wait, and ends the round by throwing
   * @throws io.trunkline.model.InvalidInputException if there is nothing to learn
   */
  public static Model run(Model parent, Round round, String digest, Runnable afterStep) {
    RoundSettings settings = round.settings();
    FineTuner tuner =
        new FineTuner(
            settings.config(round.seed()), settings.rehearsal(), new Steps(digest, afterStep));
    Model tuned = tuner.tune(parent, round.fresh(), round.replayed());
    return new Model(
        tuned.spec(),
        tuned.words(),
        tuned.ngrams(),
        tuned.wide(),
        tuned.embeddings(),
        tuned.dense(),
        tuned.calibration(),
        tuned.training().madeBy(digest, round.parent()),
        tuned.memory());
  }

  private record Steps(String round, Runnable afterStep) implements TrainingListener {
    @Override
    public void batchDone(int epoch, int epochs, int batch, int batches) {
      afterStep.run();
    }

    @Override
    public void warning(String line) {
      LOG.info("Round {}: {}", round, line);
    }
  }
}
