package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Task;
import io.trunkline.model.network.LabelledText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The place of each label in its task's label set. */
final class Labels {
  /** Stands for a label that the task does not have. */
  static final int UNHEARD = -2;

  private final List<Task> tasks;
  private final List<Map<String, Integer>> places;

  Labels(List<Task> tasks) {
    this.tasks = tasks;
    places = tasks.stream().map(Labels::placesOf).toList();
  }

  /** For each task the place of the example's label, {@code UNLABELLED} or {@link #UNHEARD}. */
  int[] classes(Example example) {
    int[] classes = new int[tasks.size()];
    for (int i = 0; i < classes.length; i++) {
      LabelValue value = example.labels().get(tasks.get(i).name());
      classes[i] =
          value instanceof LabelValue.One one
              ? places.get(i).getOrDefault(one.label(), UNHEARD)
              : LabelledText.UNLABELLED;
    }
    return classes;
  }

  private static Map<String, Integer> placesOf(Task task) {
    Map<String, Integer> places = new HashMap<>();
    for (String label : task.labels()) {
      places.put(label, places.size());
    }
    return places;
  }
}
