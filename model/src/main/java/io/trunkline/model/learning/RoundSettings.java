package io.trunkline.model.learning;

import io.trunkline.model.training.Rehearsal;
import io.trunkline.model.training.Schedule;
import io.trunkline.model.training.TrainingConfig;

/**
 * How a round learns; it travels in the round's archive, so that a round can be run again years
 * later as it was. An impossible value is refused with an {@link
 * io.trunkline.model.InvalidInputException}.
 *
 * @param headEpochs passes over the fresh examples in which heads alone learn
 * @param trunkEpochs passes after that in which everything learns
 * @param fewestSteps in which everything learns, where so few are fresh that its passes have less,
 *     but no more than fifty passes have; heads alone then have a tenth
 * @param batchSize examples a step
 * @param learningRate the highest rate; it rises from almost nothing and falls again
 * @param freshShare share of each batch that is fresh, in (0, 1]; the rest is replayed
 * @param anchor λ of a pull towards the parent, added to the loss as {@code ½ λ ‖θ − θ_parent‖²}
 * @param clipNorm the longest that a step's gradient may be
 * @param maxUpdate the farthest that parameters may end up from the parent's, as a share of the
 *     norm of the parent's
 * @param maxRows of the n-gram table at the most, a power of two
 * @param memoryBytes of examples that the new model remembers at the most
 */
public record RoundSettings(
    int headEpochs,
    int trunkEpochs,
    int fewestSteps,
    int batchSize,
    double learningRate,
    double freshShare,
    double anchor,
    double clipNorm,
    double maxUpdate,
    int maxRows,
    int memoryBytes) {
  public RoundSettings {
    rehearsal(headEpochs, trunkEpochs, fewestSteps, freshShare, anchor, maxUpdate);
  }

  /** Settings that suit rounds of some hundred to some thousand short texts. */
  public static RoundSettings defaults() {
    return new RoundSettings(1, 12, 800, 64, 3e-3, 0.3, 1e-4, 1, 1, 1 << 17, 1 << 22);
  }

  /** The same with another share of each batch that is fresh; 1: nothing is replayed. */
  public RoundSettings withFreshShare(double share) {
    return new RoundSettings(
        headEpochs,
        trunkEpochs,
        fewestSteps,
        batchSize,
        learningRate,
        share,
        anchor,
        clipNorm,
        maxUpdate,
        maxRows,
        memoryBytes);
  }

  Rehearsal rehearsal() {
    return rehearsal(headEpochs, trunkEpochs, fewestSteps, freshShare, anchor, maxUpdate);
  }

  /** The trainer's configuration; what a round leaves open is as it is by default. */
  TrainingConfig config(long seed) {
    TrainingConfig usual = TrainingConfig.defaults();
    TrainingConfig.Regularisation regularisation = usual.regularisation();
    return new TrainingConfig(
        usual.tasks(),
        usual.features().withWideRows(maxRows),
        usual.words(),
        usual.network(),
        Schedule.fineTuning(batchSize, learningRate),
        usual.dropout(),
        // The anchor pulls to where the parent is, and decay would pull away from there.
        new TrainingConfig.Regularisation(
            0,
            regularisation.l1(),
            regularisation.l2(),
            regularisation.labelSmoothing(),
            regularisation.consistency(),
            clipNorm),
        usual.balance(),
        usual.noise(),
        new TrainingConfig.Memory(usual.memory().golden(), memoryBytes),
        seed);
  }

  private static Rehearsal rehearsal(
      int headEpochs,
      int trunkEpochs,
      int fewestSteps,
      double freshShare,
      double anchor,
      double maxUpdate) {
    return new Rehearsal(headEpochs, trunkEpochs, fewestSteps, freshShare, anchor, maxUpdate);
  }
}
