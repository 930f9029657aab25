package io.trunkline.tagging.learner.probation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a label was given: flat, as Flink keeps it without Kryo.
 *
 * @param task the task
 * @param label the label
 * @param times how often
 */
public record AnswerCount(String task, String label, int times) {
  /** Counts by task and label, laid out flat. */
  public static List<AnswerCount> of(Map<String, Map<String, Integer>> counts) {
    List<AnswerCount> flat = new ArrayList<>();
    counts.forEach(
        (task, labels) ->
            labels.forEach((label, times) -> flat.add(new AnswerCount(task, label, times))));
    return flat;
  }

  /** The same by task and label. */
  static Map<String, Map<String, Integer>> byTask(List<AnswerCount> flat) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (AnswerCount count : flat) {
      counts
          .computeIfAbsent(count.task, task -> new TreeMap<>())
          .merge(count.label, count.times, Integer::sum);
    }
    return counts;
  }
}
