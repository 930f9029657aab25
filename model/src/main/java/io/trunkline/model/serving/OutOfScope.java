package io.trunkline.model.serving;

import io.trunkline.model.decoding.Probabilities;

/** How strange a text is to a single-label head: greater is stranger. */
final class OutOfScope {
  private OutOfScope() {}

  /**
   * The energy {@code −T · log Σᵢ exp(zᵢ / T)} of the logits z: low where any label is sure of
   * itself, whether others are too or not.
   *
   * @see <a href="https://arxiv.org/abs/2010.03759">W. Liu et al., Energy-based Out-of-distribution
   *     Detection, NeurIPS 2020</a>
   */
  static double energy(float[] logits, double temperature) {
    return -temperature * Probabilities.logSumExp(logits, 0, logits.length, temperature);
  }
}
