package io.trunkline.model.gate;

/** The standard normal distribution. */
final class Normal {
  private static final int HALVINGS = 60;
  private static final double FARTHEST = 10;

  /** Of the Chebyshev fit, from the constant to the highest power. */
  private static final double[] FIT = {
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806,
    0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277
  };

  private Normal() {}

  /**
   * {@code P(Z > z)}, with a relative error below 1.2e-7 everywhere, so far tails too.
   *
   * @see <a href="https://numerical.recipes">W. H. Press et al., Numerical Recipes, 2nd edition,
   *     1992, section 6.2, erfcc</a>
   */
  static double above(double z) {
    double x = Math.abs(z) / Math.sqrt(2);
    double t = 1 / (1 + x / 2);
    double power = 0;
    for (int i = FIT.length - 1; i >= 0; i--) {
      power = power * t + FIT[i];
    }
    double tail = t * Math.exp(power - x * x) / 2;
    return z >= 0 ? tail : 1 - tail;
  }

  /** The z with {@code P(Z > z)} as given, in (0, 1). */
  static double exceededWith(double probability) {
    double low = -FARTHEST;
    double high = FARTHEST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (above(middle) > probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
