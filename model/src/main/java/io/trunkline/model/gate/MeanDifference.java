package io.trunkline.model.gate;

import java.util.Arrays;

/**
 * What a sample says of the mean of differences in [−1, 1], by score tests. That the mean is at
 * most m is tested with {@code z = (d̄ − m) / √(σ²(m) / n)}, where σ²(m) is the variance of the
 * likeliest distribution on the sample and −1 whose mean is m; the lower bound is where z falls to
 * the quantile. With λ the root of {@code Σ yᵢ / (1 + λ yᵢ) = 0}, {@code yᵢ = (dᵢ − m) / (1 + m)},
 * or 1 if that is greater, the distribution gives each difference {@code 1 / (n (1 + λ yᵢ))} and −1
 * the rest.
 *
 * <p>Of differences −1, 0 and 1 this is Tango's score interval for paired proportions. Unlike an
 * interval from the sample's own variance it has a width where no two texts differ, Wilson's {@code
 * z² / (n + z²)}, because a loss that was not seen is possible too.
 *
 * @see "T. Tango, Equivalence Test and Confidence Interval for the Difference in Proportions for
 *     the Paired-Sample Design, Statistics in Medicine 17, 1998, pages 891 to 908"
 * @see "of the likeliest distribution on a bounded support: J. Honda and A. Takemura, An
 *     Asymptotically Optimal Bandit Algorithm for Bounded Support Models, COLT 2010"
 */
final class MeanDifference {
  /** Each keeps half: less than a billionth of the interval is left. */
  private static final int HALVINGS = 32;

  private final double[] differences;
  private final double mean;

  /**
   * @param differences at least one, each in [−1, 1]
   */
  MeanDifference(double[] differences) {
    this.differences = differences.clone();
    mean = Arrays.stream(differences).average().orElseThrow();
  }

  /**
   * One-sided lower bound.
   *
   * @param z the normal quantile of its confidence, above 0
   */
  double lower(double z) {
    double low = -1;
    double high = mean;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (z(middle) > z) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** One-sided upper bound. */
  double upper(double z) {
    return -negated().lower(z);
  }

  /** The p-value of the hypothesis that the mean is at least {@code −margin}. */
  double worseThan(double margin) {
    return -mean > margin ? Normal.above(negated().z(margin)) : 1;
  }

  private MeanDifference negated() {
    return new MeanDifference(Arrays.stream(differences).map(d -> -d).toArray());
  }

  /** For a hypothetical mean in (−1, mean). */
  private double z(double hypothesis) {
    double tilt = tilt(hypothesis);
    double rest = 1;
    double variance = 0;
    for (double difference : differences) {
      double gap = difference - hypothesis;
      double weight = 1 / (differences.length * (1 + tilt * gap / (1 + hypothesis)));
      rest -= weight;
      variance += weight * gap * gap;
    }
    variance += Math.max(rest, 0) * (1 + hypothesis) * (1 + hypothesis);
    return (mean - hypothesis) / Math.sqrt(variance / differences.length);
  }

  private double tilt(double hypothesis) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      double slope = 0;
      for (double difference : differences) {
        double y = (difference - hypothesis) / (1 + hypothesis);
        slope += y / (1 + middle * y);
      }
      if (slope > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
