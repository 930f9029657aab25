package io.trunkline.model.gate;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far off the answer to a score task may be until it counts for nothing: two standard
 * deviations of the right values. So a margin of ε lets the mean error grow by 2 ε deviations,
 * whatever the unit, and one wild answer weighs no more than one that is merely wrong.
 *
 * @param byTask the scale of each score task, at least 0
 */
public record ScoreScales(Map<String, Double> byTask) {
  public ScoreScales {
    byTask = Map.copyOf(byTask);
  }

  /** Those of the right values of examples. */
  public static ScoreScales of(List<Example> examples) {
    Map<String, List<Double>> values = new HashMap<>();
    for (Example example : examples) {
      example
          .labels()
          .forEach(
              (task, value) -> {
                if (value instanceof LabelValue.Score score) {
                  values.computeIfAbsent(task, unused -> new ArrayList<>()).add(score.value());
                }
              });
    }
    Map<String, Double> scales = new HashMap<>();
    values.forEach((task, right) -> scales.put(task, 2 * deviation(right)));
    return new ScoreScales(scales);
  }

  /** The scale of a task; 0 of one that has no numbers. */
  public double of(String task) {
    return byTask.getOrDefault(task, 0.0);
  }

  private static double deviation(List<Double> values) {
    double mean = values.stream().mapToDouble(value -> value).average().orElseThrow();
    return Math.sqrt(
        values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum()
            / values.size());
  }
}
