package io.trunkline.model.evaluation;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds where a function of one valley is least.
 *
 * @see <a href="https://doi.org/10.1090/S0002-9939-1953-0055639-3">J. Kiefer, Sequential Minimax
 *     Search for a Maximum, 1953</a>
 */
final class GoldenSection {
  /** Each keeps 0.618 of the interval: less than a ten-thousandth is left. */
  private static final int STEPS = 24;

  private static final double RATIO = (Math.sqrt(5) - 1) / 2;

  private GoldenSection() {}

  static double minimum(DoubleUnaryOperator function, double from, double to) {
    double low = from;
    double high = to;
    double left = high - RATIO * (high - low);
    double right = low + RATIO * (high - low);
    double atLeft = function.applyAsDouble(left);
    double atRight = function.applyAsDouble(right);
    for (int step = 0; step < STEPS; step++) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - RATIO * (high - low);
        atLeft = function.applyAsDouble(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + RATIO * (high - low);
        atRight = function.applyAsDouble(right);
      }
    }
    return (low + high) / 2;
  }
}
