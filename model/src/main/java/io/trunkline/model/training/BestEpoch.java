package io.trunkline.model.training;

import io.trunkline.model.network.Parameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the parameters of the epoch with the best dev figures, averaged over tasks; of equals the
 * earlier one. Without any dev example it keeps the last.
 */
final class BestEpoch {
  private @Nullable Parameters parameters;
  private double mean = Double.NEGATIVE_INFINITY;
  private int worse;

  /**
   * Looks at an epoch; copies {@code current} if it is the best so far.
   *
   * @param dev a figure a task, 1 the best
   */
  void offer(Parameters current, Map<String, Double> dev) {
    double candidate =
        dev.values().stream().mapToDouble(Double::doubleValue).average().orElse(mean);
    if (parameters == null || candidate > mean || dev.isEmpty()) {
      parameters = current.copy();
      mean = candidate;
      worse = 0;
    } else {
      worse++;
    }
  }

  /** How many epochs there have been since the best. */
  int epochsSince() {
    return worse;
  }

  /** The best epoch's parameters. */
  Parameters parameters() {
    if (parameters == null) {
      throw new IllegalStateException("no epoch yet");
    }
    return parameters;
  }
}
