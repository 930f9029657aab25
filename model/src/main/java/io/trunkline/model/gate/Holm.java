package io.trunkline.model.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holm's correction for many tests at once: with p-values in rising order, the i-th hypothesis is
 * rejected as long as {@code pᵢ ≤ α / (m − i + 1)}, and none after the first that is not. The
 * chance of any false rejection is at most α, however the tests depend on each other.
 *
 * @see <a href="https://www.jstor.org/stable/4615733">S. Holm, A Simple Sequentially Rejective
 *     Multiple Test Procedure, 1979</a>
 */
final class Holm {
  private Holm() {}

  /** The hypotheses that are rejected. */
  static <T> Set<T> rejected(Map<T, Double> pValues, double alpha) {
    List<Map.Entry<T, Double>> rising =
        pValues.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
    Set<T> rejected = new HashSet<>();
    for (int i = 0; i < rising.size(); i++) {
      if (rising.get(i).getValue() > alpha / (rising.size() - i)) {
        break;
      }
      rejected.add(rising.get(i).getKey());
    }
    return rejected;
  }
}
