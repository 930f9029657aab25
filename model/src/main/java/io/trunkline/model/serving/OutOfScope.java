package io.trunkline.model.serving;

import io.trunkline.model.decoding.Probabilities;

/** How strange a text is to a single-label head: greater is stranger. */
enum OutOfScope {
  /**
   * The energy {@code −T · log Σᵢ exp(zᵢ / T)} of the logits z: low where any label is sure of
   * itself, whether others are too or not.
   *
   * @see <a href="https://arxiv.org/abs/2010.03759">W. Liu et al., Energy-based Out-of-distribution
   *     Detection, NeurIPS 2020</a>
   */
  ENERGY {
    @Override
    double score(float[] logits, double temperature) {
      return -temperature * Probabilities.logSumExp(logits, 0, logits.length, temperature);
    }
  },

  /**
   * {@code 1 − maxᵢ pᵢ} of the calibrated probabilities.
   *
   * @see <a href="https://arxiv.org/abs/1610.02136">D. Hendrycks and K. Gimpel, A Baseline for
   *     Detecting Misclassified and Out-of-Distribution Examples, ICLR 2017</a>
   */
  MAX_PROBABILITY {
    @Override
    double score(float[] logits, double temperature) {
      double most = 0;
      for (double p : Probabilities.softmax(logits, 0, logits.length, temperature)) {
        most = Math.max(most, p);
      }
      return 1 - most;
    }
  };

  /** The score of one text. */
  abstract double score(float[] logits, double temperature);
}
