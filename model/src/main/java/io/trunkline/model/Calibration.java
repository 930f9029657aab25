package io.trunkline.model;

import java.util.List;

/**
 * How the numbers that a head puts out become an answer to one task; chosen on dev data. Made from
 * configuration and model files, so a value out of range is refused with an {@link
 * InvalidInputException}.
 *
 * @param temperature what logits are divided by before they become probabilities; above 0
 * @param thresholds multi-label: the least probability with which each label holds, in the order of
 *     the label set; empty for other kinds
 * @param abstainBelow the least confidence with which the answer is not abstained from, in [0, 1];
 *     0: never
 * @param mean score: the training values' mean
 * @param deviation score: their standard deviation, above 0: the head learns {@code (value − mean)
 *     / deviation}
 * @see <a href="https://arxiv.org/abs/1706.04599">C. Guo et al., On Calibration of Modern Neural
 *     Networks, ICML 2017</a>
 */
public record Calibration(
    double temperature,
    List<Double> thresholds,
    double abstainBelow,
    double mean,
    double deviation) {

  /** What holds where nothing was chosen. */
  public static final Calibration NONE = new Calibration(1, List.of(), 0, 0, 1);

  public Calibration {
    thresholds = List.copyOf(thresholds);
    require(temperature > 0 && Double.isFinite(temperature), "temperature", temperature);
    thresholds.forEach(value -> require(value >= 0 && value <= 1, "thresholds", value));
    require(abstainBelow >= 0 && abstainBelow <= 1, "abstainBelow", abstainBelow);
    require(Double.isFinite(mean), "mean", mean);
    require(deviation > 0 && Double.isFinite(deviation), "deviation", deviation);
  }

  /** The same with another temperature. */
  public Calibration withTemperature(double newTemperature) {
    return new Calibration(newTemperature, thresholds, abstainBelow, mean, deviation);
  }

  private static void require(boolean holds, String name, double value) {
    if (!holds) {
      throw new InvalidInputException("calibration %s is %s".formatted(name, value));
    }
  }
}
