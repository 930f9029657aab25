package io.trunkline.model.training;

/**
 * How a model learns what is fresh without losing what it knows.
 *
 * @param headEpochs passes over the fresh examples in which heads alone learn
 * @param trunkEpochs passes after that in which everything learns
 * @param fewestSteps in which everything learns, where so few are fresh that its passes have less,
 *     but no more than fifty passes have; heads alone then have a tenth
 * @param freshShare share of each batch that is fresh, in (0, 1]; the rest is replayed
 * @param anchor λ of a pull towards where it started, {@code ½ λ ‖θ − θ₀‖²} in the loss
 * @param maxUpdate the farthest that the dense parameters, and each table, may end up from where
 *     they were, as a share of their norm
 */
public record Rehearsal(
    int headEpochs,
    int trunkEpochs,
    int fewestSteps,
    double freshShare,
    double anchor,
    double maxUpdate) {
  /** More of a few texts is learning them by heart. */
  private static final int MOST_PASSES = 50;

  public Rehearsal {
    Settings.require(headEpochs >= 0, "headEpochs", headEpochs, "0 or more");
    Settings.require(trunkEpochs >= 0, "trunkEpochs", trunkEpochs, "0 or more");
    Settings.require(headEpochs + trunkEpochs > 0, "headEpochs", headEpochs, "some epoch");
    Settings.require(fewestSteps >= 1, "fewestSteps", fewestSteps, "at least 1");
    Settings.require(
        freshShare > 0 && freshShare <= 1, "freshShare", freshShare, "above 0, at most 1");
    Settings.requireNotNegative("anchor", anchor);
    Settings.requirePositive("maxUpdate", maxUpdate);
  }

  /** Steps in which heads alone learn, where one pass takes so many. */
  int headSteps(int perPass) {
    return headEpochs == 0 ? 0 : Math.max(headEpochs * perPass, fewest(perPass) / 10);
  }

  /** Steps in which everything learns, where one pass takes so many. */
  int trunkSteps(int perPass) {
    return trunkEpochs == 0 ? 0 : Math.max(trunkEpochs * perPass, fewest(perPass));
  }

  private int fewest(int perPass) {
    return Math.min(fewestSteps, MOST_PASSES * perPass);
  }

  /** How many of a batch's texts are fresh. */
  int fresh(int batchSize) {
    return Math.max(1, (int) Math.round(freshShare * batchSize));
  }
}
