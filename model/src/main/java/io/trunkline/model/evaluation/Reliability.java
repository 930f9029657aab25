package io.trunkline.model.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether what is said to hold with some probability holds that often. Probabilities are sorted
 * into 15 bins of equal width, upper ends included. The expected calibration error is {@code Σ_b
 * n_b / n · |accuracy_b − confidence_b|}.
 *
 * @see <a href="https://arxiv.org/abs/1706.04599">C. Guo et al., On Calibration of Modern Neural
 *     Networks, ICML 2017, equation 5</a>
 */
public final class Reliability {
  private static final int BINS = 15;

  private final int[] counts = new int[BINS];
  private final int[] hits = new int[BINS];
  private final double[] sums = new double[BINS];
  private int n;

  /**
   * One bin that is not empty.
   *
   * @param n how many probabilities fell into it
   * @param confidence their mean
   * @param accuracy the fraction that held
   */
  public record Bin(int n, double confidence, double accuracy) {}

  /** Counts something that was given a probability. */
  void add(double probability, boolean holds) {
    int bin = Math.max(0, (int) Math.ceil(probability * BINS) - 1);
    counts[bin]++;
    hits[bin] += holds ? 1 : 0;
    sums[bin] += probability;
    n++;
  }

  /** The expected calibration error; NaN of nothing. */
  double ece() {
    double gaps = 0;
    for (int bin = 0; bin < BINS; bin++) {
      gaps += Math.abs(hits[bin] - sums[bin]);
    }
    return gaps / n;
  }

  /** The bins that are not empty, by rising probability. */
  List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        bins.add(new Bin(counts[bin], sums[bin] / counts[bin], (double) hits[bin] / counts[bin]));
      }
    }
    return bins;
  }
}
