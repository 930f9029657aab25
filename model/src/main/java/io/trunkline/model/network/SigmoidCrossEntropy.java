package io.trunkline.model.network;

import org.jspecify.annotations.Nullable;

/**
 * Cross entropy of one sigmoid a label, summed over the labels. With logits z, p = σ(z), smoothing
 * ε and weights w:
 *
 * <pre>
 * yₖ = ε/2 + (1 − ε) [k holds]
 * loss = − Σₖ wₖ (yₖ log pₖ + (1 − yₖ) log(1 − pₖ))        ∂loss/∂zₖ = wₖ (pₖ − yₖ)
 * </pre>
 *
 * <p>A label is a choice of two, so smoothing moves each target towards one half.
 *
 * @param smoothing ε, in [0, 1)
 * @param weights of the labels; null: 1
 */
record SigmoidCrossEntropy(double smoothing, float @Nullable [] weights) implements Loss {
  @Override
  public double of(float[] outputs, Target target, float[] gradient) {
    boolean[] holds = ((Target.SeveralClasses) target).holds();
    double loss = 0;
    for (int k = 0; k < outputs.length; k++) {
      double weight = weights == null ? 1 : weights[k];
      double right = smoothing / 2 + (holds[k] ? 1 - smoothing : 0);
      double z = outputs[k];
      // Of |z|, so that nothing overflows: − log σ(z) = log(1 + exp(−|z|)) + max(−z, 0).
      double power = Math.exp(-Math.abs(z));
      loss += weight * (Math.log1p(power) + Math.max(z, 0) - right * z);
      gradient[k] = (float) (weight * (sigmoid(z) - right));
    }
    return loss;
  }

  /** With p = σ(z) and q = σ(z'): {@code ½ Σₖ (pₖ − qₖ) (zₖ − z'ₖ)}. */
  @Override
  public double divergence(float[] one, float[] other, float[] gradient) {
    double sum = 0;
    for (int k = 0; k < one.length; k++) {
      double p = sigmoid(one[k]);
      double q = sigmoid(other[k]);
      double apart = (double) one[k] - other[k];
      sum += (p - q) * apart;
      gradient[k] = (float) ((p * (1 - p) * apart + p - q) / 2);
    }
    return sum / 2;
  }

  private static double sigmoid(double z) {
    double power = Math.exp(-Math.abs(z));
    return z >= 0 ? 1 / (1 + power) : power / (1 + power);
  }
}
