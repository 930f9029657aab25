package io.trunkline.model.network;

import org.jspecify.annotations.Nullable;

/**
 * Cross entropy of softmax outputs against smoothed targets. With logits z, p = softmax(z), right
 * label r, K labels, smoothing ε and the right label's weight w:
 *
 * <pre>
 * yₖ = ε/K + (1 − ε) [k = r]        loss = − w Σₖ yₖ log pₖ        ∂loss/∂zₖ = w (pₖ − yₖ)
 * </pre>
 *
 * @param smoothing ε, in [0, 1)
 * @param weights of the labels; null: 1
 * @see <a href="https://arxiv.org/abs/1512.00567">C. Szegedy et al., Rethinking the Inception
 *     Architecture for Computer Vision, CVPR 2016, section 7</a>
 */
record SoftmaxCrossEntropy(double smoothing, float @Nullable [] weights) implements Loss {
  @Override
  public double of(float[] outputs, Target target, float[] gradient) {
    return of(outputs, 0, outputs.length, ((Target.OneClass) target).label(), 1, gradient);
  }

  /** With p and q the two softmaxes: {@code ½ Σₖ (pₖ − qₖ) (log pₖ − log qₖ)}. */
  @Override
  public double divergence(float[] one, float[] other, float[] gradient) {
    double[] logP = logSoftmax(one);
    double[] logQ = logSoftmax(other);
    double sum = 0;
    double ofP = 0;
    for (int k = 0; k < one.length; k++) {
      double ratio = logP[k] - logQ[k];
      sum += (Math.exp(logP[k]) - Math.exp(logQ[k])) * ratio;
      ofP += Math.exp(logP[k]) * ratio;
    }
    for (int k = 0; k < one.length; k++) {
      double p = Math.exp(logP[k]);
      gradient[k] = (float) ((p * (logP[k] - logQ[k] - ofP) + p - Math.exp(logQ[k])) / 2);
    }
    return sum / 2;
  }

  private static double[] logSoftmax(float[] logits) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      greatest = Math.max(greatest, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - greatest);
    }
    double logOfSum = greatest + Math.log(sum);
    double[] logs = new double[logits.length];
    for (int k = 0; k < logs.length; k++) {
      logs[k] = logits[k] - logOfSum;
    }
    return logs;
  }

  /**
   * The same for the {@code count} logits from {@code from} on.
   *
   * @param factor what loss and gradient are multiplied by
   */
  double of(float[] logits, int from, int count, int right, double factor, float[] gradient) {
    double weighted = weights == null ? factor : factor * weights[right];
    double greatest = Double.NEGATIVE_INFINITY;
    double sumOfLogits = 0;
    for (int k = from; k < from + count; k++) {
      greatest = Math.max(greatest, logits[k]);
      sumOfLogits += logits[k];
    }
    double sum = 0;
    for (int k = from; k < from + count; k++) {
      double power = Math.exp(logits[k] - greatest);
      gradient[k] = (float) power;
      sum += power;
    }
    double share = smoothing / count;
    for (int k = from; k < from + count; k++) {
      gradient[k] = (float) (weighted * (gradient[k] / sum - share));
    }
    gradient[from + right] -= (float) (weighted * (1 - smoothing));
    double logOfSum = greatest + Math.log(sum);
    return weighted * (logOfSum - (1 - smoothing) * logits[from + right] - share * sumOfLogits);
  }
}
