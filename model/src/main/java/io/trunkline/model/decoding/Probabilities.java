package io.trunkline.model.decoding;

/** Logits to probabilities. */
public final class Probabilities {
  private Probabilities() {}

  /**
   * {@code exp(zᵢ / T) / Σⱼ exp(zⱼ / T)} over a stretch of logits; they sum to 1.
   *
   * @param from where the stretch begins
   * @param width how long it is, at least 1
   * @param temperature T, above 0
   */
  public static double[] softmax(float[] logits, int from, int width, double temperature) {
    double greatest = greatest(logits, from, width);
    double[] probabilities = new double[width];
    double sum = 0;
    for (int i = 0; i < width; i++) {
      probabilities[i] = Math.exp((logits[from + i] - greatest) / temperature);
      sum += probabilities[i];
    }
    for (int i = 0; i < width; i++) {
      probabilities[i] /= sum;
    }
    return probabilities;
  }

  /** {@code log Σⱼ exp(zⱼ / T)}, without overflow. */
  public static double logSumExp(float[] logits, int from, int width, double temperature) {
    double greatest = greatest(logits, from, width);
    double sum = 0;
    for (int i = from; i < from + width; i++) {
      sum += Math.exp((logits[i] - greatest) / temperature);
    }
    return greatest / temperature + Math.log(sum);
  }

  private static double greatest(float[] logits, int from, int width) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < from + width; i++) {
      greatest = Math.max(greatest, logits[i]);
    }
    return greatest;
  }

  /** {@code 1 / (1 + exp(−z / T))}. */
  public static double sigmoid(double logit, double temperature) {
    return 1 / (1 + Math.exp(-logit / temperature));
  }
}
