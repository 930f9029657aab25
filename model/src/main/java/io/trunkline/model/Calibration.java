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
 * @param curve spans: how often a span holds that is given some probability, in points by rising
 *     probability, with straight lines between them; empty: as often as it is said to, and always
 *     for other kinds
 * @param abstainBelow the least confidence with which the answer is not abstained from; 0: never,
 *     {@link #ABSTAIN_ALWAYS}: from every answer
 * @param mean score: the training values' mean
 * @param deviation score: their standard deviation, above 0: the head learns {@code (value − mean)
 *     / deviation}
 * @see <a href="https://arxiv.org/abs/1706.04599">C. Guo et al., On Calibration of Modern Neural
 *     Networks, ICML 2017</a>
 */
public record Calibration(
    double temperature,
    List<Double> thresholds,
    List<Point> curve,
    double abstainBelow,
    double mean,
    double deviation) {

  /**
   * What is said to hold with a probability, and how often it does.
   *
   * @param said above 0, at most 1
   * @param held in [0, 1]
   */
  public record Point(double said, double held) {
    public Point {
      require(said > 0 && said <= 1, "curve said", said);
      require(held >= 0 && held <= 1, "curve held", held);
    }
  }

  /** More than any confidence. */
  public static final double ABSTAIN_ALWAYS = 2;

  /** What holds where nothing was chosen. */
  public static final Calibration NONE = new Calibration(1, List.of(), 0, 0, 1);

  public Calibration {
    thresholds = List.copyOf(thresholds);
    require(temperature > 0 && Double.isFinite(temperature), "temperature", temperature);
    thresholds.forEach(value -> require(value >= 0 && value <= 1, "thresholds", value));
    curve = List.copyOf(curve);
    for (int i = 1; i < curve.size(); i++) {
      Point before = curve.get(i - 1);
      Point point = curve.get(i);
      require(point.said() > before.said(), "curve falls or stays: said", point.said());
      require(point.held() >= before.held(), "curve falls: held", point.held());
    }
    require(
        abstainBelow >= 0 && abstainBelow <= 1 || abstainBelow == ABSTAIN_ALWAYS,
        "abstainBelow",
        abstainBelow);
    require(Double.isFinite(mean), "mean", mean);
    require(deviation > 0 && Double.isFinite(deviation), "deviation", deviation);
  }

  /** Of a task whose probabilities need no curve. */
  public Calibration(
      double temperature,
      List<Double> thresholds,
      double abstainBelow,
      double mean,
      double deviation) {
    this(temperature, thresholds, List.of(), abstainBelow, mean, deviation);
  }

  /** The same with another temperature, and without the curve: that was another one's. */
  public Calibration withTemperature(double newTemperature) {
    return new Calibration(newTemperature, thresholds, abstainBelow, mean, deviation);
  }

  /** The same with another curve. */
  public Calibration withCurve(List<Point> newCurve) {
    return new Calibration(temperature, thresholds, newCurve, abstainBelow, mean, deviation);
  }

  /** The same with another confidence to abstain below. */
  public Calibration withAbstainBelow(double confidence) {
    return new Calibration(temperature, thresholds, curve, confidence, mean, deviation);
  }

  /**
   * How often a span holds that has this probability after the temperature: on the curve, which
   * comes from 0 and stays level beyond its last point.
   */
  public double held(double said) {
    if (curve.isEmpty()) {
      return said;
    }
    double fromSaid = 0;
    double fromHeld = 0;
    for (Point to : curve) {
      if (said <= to.said()) {
        double part = (said - fromSaid) / (to.said() - fromSaid);
        return fromHeld + part * (to.held() - fromHeld);
      }
      fromSaid = to.said();
      fromHeld = to.held();
    }
    return fromHeld;
  }

  private static void require(boolean holds, String name, double value) {
    if (!holds) {
      throw new InvalidInputException("calibration %s is %s".formatted(name, value));
    }
  }
}
