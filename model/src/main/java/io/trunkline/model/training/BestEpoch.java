package io.trunkline.model.training;

import io.trunkline.model.network.Parameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the parameters of the last epoch that dev cannot tell from the best: whose figure, averaged
 * over tasks, is no more than a standard error below the highest. Of p right among n dev texts that
 * is {@code √(p (1 − p) / n)}. Few dev texts put now this epoch, now that a little ahead by chance,
 * while the rate falls and later epochs are the better ones unless they are clearly worse. Without
 * any dev example the last epoch is kept.
 *
 * @see <a href="https://doi.org/10.1201/9781315139470">L. Breiman et al., Classification and
 *     Regression Trees, 1984, section 3.4.3, on the rule of one standard error</a>
 */
final class BestEpoch {
  private final int devTexts;
  private @Nullable Parameters parameters;
  private double highest = Double.NEGATIVE_INFINITY;
  private int sinceHighest;

  /**
   * Has seen no epoch yet.
   *
   * @param devTexts how many texts figures are of
   */
  BestEpoch(int devTexts) {
    this.devTexts = devTexts;
  }

  /**
   * Looks at an epoch; copies {@code current} if it is the best so far or as good as that.
   *
   * @param dev a figure a task, 1 the best
   */
  void offer(Parameters current, Map<String, Double> dev) {
    double mean = dev.values().stream().mapToDouble(Double::doubleValue).average().orElse(highest);
    if (mean > highest) {
      highest = mean;
      sinceHighest = 0;
    } else if (!dev.isEmpty()) {
      sinceHighest++;
    }
    if (parameters == null || dev.isEmpty() || mean >= highest - standardError()) {
      parameters = current.copy();
    }
  }

  private double standardError() {
    double right = Math.max(0, Math.min(1, highest));
    return Math.sqrt(right * (1 - right) / devTexts);
  }

  /** How many epochs there have been since the one with the highest figure; 0 without figures. */
  int epochsSince() {
    return sinceHighest;
  }

  /** The parameters kept. */
  Parameters parameters() {
    if (parameters == null) {
      throw new IllegalStateException("no epoch yet");
    }
    return parameters;
  }
}
