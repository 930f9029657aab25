package io.trunkline.model.evaluation;

/** The mean negative logarithm of the probabilities that were given to what turned out to hold. */
final class LogLoss {
  /** A probability of 0 for what holds would outweigh all else for good. */
  private static final double LEAST = 1e-12;

  private double sum;
  private long n;

  void add(double probability) {
    sum -= Math.log(Math.max(LEAST, probability));
    n++;
  }

  /** Adds what was given a probability and held or did not. */
  void add(double probability, boolean holds) {
    add(holds ? probability : 1 - probability);
  }

  /** In nats; NaN of nothing. */
  double mean() {
    return sum / n;
  }
}
