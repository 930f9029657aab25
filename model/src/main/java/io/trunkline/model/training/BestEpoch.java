package io.trunkline.model.training;

import io.trunkline.model.network.Parameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the parameters of the epoch with the highest dev accuracy, averaged over tasks; of equals
 * the earlier one. Without any dev example it keeps the last.
 */
final class BestEpoch {
  private @Nullable Parameters parameters;
  private Map<String, Double> devAccuracy = Map.of();
  private double mean = -1;

  /** Looks at an epoch; copies {@code current} if it is the best so far. */
  void offer(Parameters current, Map<String, Double> accuracy) {
    double candidate =
        accuracy.values().stream().mapToDouble(Double::doubleValue).average().orElse(mean);
    if (parameters == null || candidate > mean || accuracy.isEmpty()) {
      parameters = current.copy();
      devAccuracy = accuracy;
      mean = candidate;
    }
  }

  /** The best epoch's parameters. */
  Parameters parameters() {
    if (parameters == null) {
      throw new IllegalStateException("no epoch yet");
    }
    return parameters;
  }

  /** The best epoch's accuracy by task. */
  Map<String, Double> devAccuracy() {
    return devAccuracy;
  }
}
