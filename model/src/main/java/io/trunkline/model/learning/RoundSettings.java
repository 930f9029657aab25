package io.trunkline.model.learning;

/**
 * How a round learns.
 *
 * @param headEpochs passes over the fresh examples in which heads alone learn
 * @param trunkEpochs passes in which everything learns
 * @param batchSize examples a step
 * @param learningRate the highest rate; it rises from 0 and falls again
 * @param freshShare share of each batch that is fresh, in (0, 1]; the rest is replayed
 * @param anchor λ of a pull towards the parent, added to the loss as {@code ½ λ ‖θ − θ_parent‖²}
 * @param clipNorm the longest that a step's gradient may be
 * @param maxUpdate the farthest that dense parameters may end up from the parent's, as a share of
 *     the norm of the parent's
 * @param minLabelExamples fresh examples that a new label of an open task needs
 * @param memoryBytes bytes of texts that the new model remembers at the most, see {@link Memory}
 */
public record RoundSettings(
    int headEpochs,
    int trunkEpochs,
    int batchSize,
    double learningRate,
    double freshShare,
    double anchor,
    double clipNorm,
    double maxUpdate,
    int minLabelExamples,
    long memoryBytes) {

  /** Settings that suit rounds of some hundred to some thousand short texts. */
  public static RoundSettings defaults() {
    return new RoundSettings(2, 4, 64, 1e-3, 0.5, 0, 1, 0.5, 5, 4L << 20);
  }
}
