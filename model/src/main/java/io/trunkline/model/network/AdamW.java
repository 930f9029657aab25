package io.trunkline.model.network;

/**
 * Adam with decoupled weight decay, over a stretch of parameters that is always updated as a whole.
 * With step t, rate η, decay λ and gradient g:
 *
 * <pre>
 * m ← β₁ m + (1 − β₁) g        v ← β₂ v + (1 − β₂) g²
 * θ ← θ − η λ θ − η (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * @see <a href="https://arxiv.org/abs/1711.05101">I. Loshchilov and F. Hutter, Decoupled Weight
 *     Decay Regularization, ICLR 2019</a>
 */
final class AdamW {
  static final double BETA1 = 0.9;
  static final double BETA2 = 0.999;
  static final double EPSILON = 1e-8;

  private final float[] m;
  private final float[] v;
  private final double decay;

  /**
   * Starts with moments of zero.
   *
   * @param size how many parameters there are
   * @param decay λ
   */
  AdamW(int size, double decay) {
    m = new float[size];
    v = new float[size];
    this.decay = decay;
  }

  /**
   * Updates the parameters from {@code from} to before {@code to}.
   *
   * @param gradients of all parameters, summed over the batch
   * @param scale what to multiply gradients by: 1 / batch size
   * @param step how often this stretch has been updated, this time included
   */
  void update(
      float[] parameters, float[] gradients, int from, int to, float scale, double rate, int step) {
    float keep = (float) (1 - rate * decay);
    float size = (float) (rate / (1 - Math.pow(BETA1, step)));
    float correction = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, step)));
    float b1 = (float) BETA1;
    float b2 = (float) BETA2;
    float epsilon = (float) EPSILON;
    // One loop an array written to, all with the same index: the compiler makes each of them work
    // on eight numbers at a time.
    for (int i = from; i < to; i++) {
      m[i] = b1 * m[i] + (1 - b1) * (gradients[i] * scale);
    }
    for (int i = from; i < to; i++) {
      float g = gradients[i] * scale;
      v[i] = b2 * v[i] + (1 - b2) * g * g;
    }
    for (int i = from; i < to; i++) {
      float length = (float) Math.sqrt(v[i]) * correction + epsilon;
      parameters[i] = keep * parameters[i] - size * m[i] / length;
    }
  }
}
